select time, ids, ids as wall_ids, ids as day_ids from (values
  ('2023-10-01', 1), ('2024-01-01', 14), ('2024-04-01', 16), ('2024-07-01', 32), ('2099-04-01', 64), (null, 128)) as hand(time, ids)
