select * from (values 
  ('2024-01-03', 20), ('2024-01-02', 10), ('2024-01-01', 35), (null, 10)) as hand(time, amount)
