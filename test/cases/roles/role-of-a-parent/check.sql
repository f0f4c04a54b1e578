-- rows
select * from (values ('Dover', 300), ('Kobe', 400), (null, 2400)) as hand(origin__town, container_weight)

-- notices
select 'JOIN.ORPHANS' as code, 1 as rows
