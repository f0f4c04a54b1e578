select * from (values 
  ('a', null, 5), ('b', 'x', 10), ('b', 'y', 10), ('c', null, 10), ('a', 'y', 20), (null, 'x', 20), ('a', 'x', null)) as hand(sales__shop, sales__product, amount)
