-- rows
select * from (values ('a', 30, 0), ('b', 6, 2), ('c', null, 0), ('d', 30, 0), (null, 40, 0)) as hand(sales__shop, amount, rows)

-- totals
select 106 as amount, 2 as rows

-- notices
select 'FILTER.ONLY_FOR' as code, null as rows
