-- 30 March 20:00 in New York is midnight in London, and so on: the same days as those of the instants.
select * from (values
  ('2024-03-30', 1), ('2024-03-31', 2 + 4 + 8 + 16), ('2024-04-01', 32),
  ('2024-10-26', 64), ('2024-10-27', 128 + 256 + 512 + 1024 + 2048), ('2024-10-28', 4096)) as hand(time, new_york_ids)
