-- rows
select * from (values ('north', 2), (null, 2)) as hand(customers__region, paid_count_by_filter)

-- notices
select 'JOIN.ORPHANS' as code, 1 as rows
