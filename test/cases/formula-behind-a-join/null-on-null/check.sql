-- rows
select * from (values ('NORTH', 2, 1), ('SOUTH', 1, 1), (null, 4, 1)) as hand(customers__loud_region, order_count, customer_count)

-- notices
select 'JOIN.ORPHANS' as code, 1 as rows
