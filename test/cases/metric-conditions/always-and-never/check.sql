-- rows
select * from (values ('north', 7, null), ('south', 24, null), (null, 224, null)) as hand(customers__region, always, never)

-- notices
select 'JOIN.ORPHANS' as code, 1 as rows
