-- c has no amount, but its weight is 7; b has no weight and too small an amount.
select * from (values ('a', 30, 1), ('c', null, 7), ('d', 30, 2), (null, 40, 3)) as hand(sales__shop, amount, weight)
