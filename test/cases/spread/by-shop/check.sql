-- a: mean 5, squares 9 + 1 + 1 + 1 + 0 + 0 + 4 + 16 = 32.
select * from (values ('a', sqrt(32 / 7), 32 / 7), ('b', null, null), ('c', null, null), ('d', 0, 0), (null, sqrt(4.5), 4.5))
  as hand(measures__shop, deviation, variance_of_wholes)
