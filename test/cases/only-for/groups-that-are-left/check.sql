-- rows
select * from (values ('ay', 0, 30), ('bee', 0, 6), ('dee', 1, 30), ('sea', 0, null), (null, 0, 40)) as hand(shops__town, return_rows, amount)

-- notices
select 'FILTER.ONLY_FOR' as code, null as rows
