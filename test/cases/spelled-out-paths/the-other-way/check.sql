-- rows
select * from (values ('Britain', 28), ('States', 35), (null, 64)) as hand(warehouses__countries__name, amount)

-- notices
select 'JOIN.ORPHANS' as code, 1 as rows
