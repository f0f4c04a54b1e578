-- rows
select * from (values ('customer', 4, 3), (null, 3, 0)) as hand(customers__constant, order_count, customer_count)

-- notices
select 'JOIN.ORPHANS' as code, 1 as rows
