select time, ids, ids as wall_ids, ids as day_ids from (values
  ('2023-01-01', 1), ('2024-01-01', 62), ('2099-01-01', 64), (null, 128)) as hand(time, ids)
