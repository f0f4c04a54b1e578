select time, ids, ids as wall_ids, ids as day_ids from (values
  ('2023-12-31', 1), ('2024-01-01', 2), ('2024-01-07', 4), ('2024-02-29', 8), ('2024-06-30', 16), ('2024-07-01', 32), ('2099-05-04', 64), (null, 128)) as hand(time, ids)
