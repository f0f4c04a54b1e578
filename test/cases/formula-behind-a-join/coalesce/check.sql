-- rows
select * from (values ('north', 2, 1), ('south', 1, 1), ('unknown', 1, 1), (null, 3, 0)) as hand(customers__region_or_unknown, order_count, customer_count)

-- notices
select 'JOIN.ORPHANS' as code, 1 as rows
