-- rows
select * from (values ('Ada', 2, 180), ('Bob', 1, 50), (null, 2, 170)) as hand(manager__name, headcount, pay)

-- notices
select 'JOIN.ORPHANS' as code, 1 as rows
