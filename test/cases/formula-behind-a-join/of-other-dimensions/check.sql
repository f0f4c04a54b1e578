-- rows
select * from (values ('north/adult', 2, 1), ('south/child', 1, 1), ('unknown/unknown', 1, 1), (null, 3, 0)) as hand(customers__label, order_count, customer_count)

-- notices
select 'JOIN.ORPHANS' as code, 1 as rows
