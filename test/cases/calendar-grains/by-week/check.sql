select time, ids, ids as wall_ids, ids as day_ids from (values
  ('2023-12-25', 1), ('2024-01-01', 6), ('2024-02-26', 8), ('2024-06-24', 16), ('2024-07-01', 32), ('2099-05-04', 64), (null, 128)) as hand(time, ids)
