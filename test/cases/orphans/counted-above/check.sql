-- rows
select * from (values ('gold', 2, 2), ('iron', 2, 2), (null, 1, 4)) as hand(customers__tier, customer_count, order_count)

-- notices
select 'JOIN.ORPHANS' as code, 2 as rows
