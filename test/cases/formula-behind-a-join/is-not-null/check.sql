-- rows
select * from (values (false, 1, 1), (true, 3, 2), (null, 3, 0)) as hand(customers__has_region, order_count, customer_count)

-- notices
select 'JOIN.ORPHANS' as code, 1 as rows
