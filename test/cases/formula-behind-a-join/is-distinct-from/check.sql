-- rows
select * from (values (false, 2, 1), (true, 2, 2), (null, 3, 0)) as hand(customers__is_not_north, order_count, customer_count)

-- notices
select 'JOIN.ORPHANS' as code, 1 as rows
