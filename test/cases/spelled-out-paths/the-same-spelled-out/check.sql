-- rows
select * from (values ('Britain', 1), ('France', 2), ('Nowhere', 64), (null, 4 + 8 + 16 + 32)) as hand(customers__countries__name, amount)

-- notices
select 'JOIN.ORPHANS' as code, 2 as rows
