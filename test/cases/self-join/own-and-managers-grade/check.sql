-- rows
select * from (values ('a', 'none', 1), ('a', null, 1), ('b', 'a', 1), ('none', 'a', 1), ('none', null, 1))
  as hand(employees__grade, manager__grade, headcount)

-- notices
select 'JOIN.ORPHANS' as code, 1 as rows
