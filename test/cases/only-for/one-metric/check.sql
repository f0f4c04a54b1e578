-- rows
select * from (values ('a', 30, 2), ('b', null, 2), ('c', null, 1), ('d', null, 1), (null, null, 1)) as hand(sales__shop, amount, rows)

-- notices
select 'FILTER.ONLY_FOR' as code, null as rows
