select * from (values 
  ('x', 'a', null), ('x', 'b', 10), ('x', null, 20), ('y', 'a', 20), ('y', 'b', 10), (null, 'a', 5), (null, 'c', 10)) as hand(sales__product, sales__shop, amount)
