-- a: false and true. b: false and unknown = false. c: unknown and true. d and none: false.
select * from (values ('a', 30, 1), ('b', 6, null), ('d', 30, 2), (null, 40, 3)) as hand(sales__shop, amount, weight)
