select * from (values 
  ('a', 'x', null), ('a', 'y', 20), (null, 'x', 20), ('b', 'x', 10), ('b', 'y', 10), ('c', null, 10), ('a', null, 5)) as hand(sales__shop, sales__product, amount)
