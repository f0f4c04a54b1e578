select * from (values (date '2024-06-23', 1), (date '2024-06-30', 2 + 4 + 8), (date '2024-07-07', 16)) as hand(events__day, ids)
