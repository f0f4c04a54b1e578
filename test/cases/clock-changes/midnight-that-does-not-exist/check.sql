-- From 30 March 22:00 to 31 March 21:00 UTC.
select '2024-03-31' as time, 1 + 2 + 4 + 8 as ids
