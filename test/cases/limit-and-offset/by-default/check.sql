-- rows
select * from (values ('a', 1), ('b', 5), ('c', 5), ('d', 9)) as hand(sales__shop, amount)

-- notices
select 'ROWS.TRUNCATED' as code, null as rows
