-- rows
select * from (values ('adult', 2, 1), ('child', 1, 1), ('unknown', 1, 1), (null, 3, 0)) as hand(customers__age_group, order_count, customer_count)

-- notices
select 'JOIN.ORPHANS' as code, 1 as rows
