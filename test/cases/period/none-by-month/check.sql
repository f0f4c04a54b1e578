select time, ids as instant_ids, ids as day_ids from (values
  ('2024-06-01', 1), ('2024-07-01', 2 + 4), ('2024-08-01', 8), ('2099-01-01', 16), (null, 96)) as hand(time, ids)
