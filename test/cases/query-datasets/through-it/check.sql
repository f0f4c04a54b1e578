-- rows
select * from (values ('ay', 15.50, 15.50), ('bee', 7.25, 107.25), (null, 3.00, 1.00)) as hand(people__town, amount, spent)

-- notices
select * from (values ('JOIN.ORPHANS', 1), ('JOIN.ORPHANS', 1)) as hand(code, rows)
