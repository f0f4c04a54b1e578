select * from (values 
  ('a', 'x', null), ('a', 'y', 20), ('a', null, 5), ('b', 'x', 10), ('b', 'y', 10), ('c', null, 10), (null, 'x', 20)) as hand(sales__shop, sales__product, amount)
