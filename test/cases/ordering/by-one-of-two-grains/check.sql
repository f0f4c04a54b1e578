select * from (values 
  ('2024-01-01', '2024-01-03', 1), ('2024-01-01', '2024-01-02', 2), ('2024-01-01', '2024-01-01', 3), (null, null, 1)) as hand(time__month, time__day, sale_count)
