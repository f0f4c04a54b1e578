select * from (values 
  (null, 'x', 20), ('a', 'y', 20), ('a', null, 5), ('a', 'x', null), ('b', 'x', 10), ('b', 'y', 10), ('c', null, 10)) as hand(sales__shop, sales__product, amount)
