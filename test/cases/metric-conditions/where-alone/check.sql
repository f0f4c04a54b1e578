-- rows
select * from (values ('north', 2, 5), (null, 2, 160)) as hand(customers__region, paid_count, paid_amount)

-- notices
select 'JOIN.ORPHANS' as code, 1 as rows
