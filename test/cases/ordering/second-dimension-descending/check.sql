select * from (values 
  ('a', 'y', 20), ('b', 'y', 10), ('a', 'x', null), ('b', 'x', 10), (null, 'x', 20), ('a', null, 5), ('c', null, 10)) as hand(sales__shop, sales__product, amount)
