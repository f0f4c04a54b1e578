-- rows
select * from (values ('Britain', 1), ('France', 1), ('Nowhere', 1), (null, 2)) as hand(countries__name, customer_count)

-- notices
select 'JOIN.ORPHANS' as code, 1 as rows
