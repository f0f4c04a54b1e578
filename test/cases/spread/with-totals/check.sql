-- rows
select * from (values ('b', null), ('d', 0)) as hand(measures__shop, deviation)

-- totals
select sqrt(3) as deviation -- 3, 6, 6: mean 5, squares 4 + 1 + 1, over 2
