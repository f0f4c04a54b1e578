-- rows
select * from (values (false, 2, 2), (true, 2, 1), (null, 3, 0)) as hand(customers__is_vip_for_sure, order_count, customer_count)

-- notices
select 'JOIN.ORPHANS' as code, 1 as rows
