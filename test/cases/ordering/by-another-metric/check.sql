select * from (values 
  ('a', 25, -25, 3), ('b', 20, -20, 2), (null, 20, -20, 1), ('c', 10, -10, 1)) as hand(sales__shop, amount, negative, sale_count)
