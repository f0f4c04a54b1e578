-- rows
-- All orders: 4, 2, 1. Pages: 10, 0, 1.
select * from (values ('north', 30 + 4, 2), ('south', 45 + 2, 0), (null, 3 + 1, 0)) as hand(customers__region, mixed, busy)

-- notices
select 'JOIN.ORPHANS' as code, 1 as rows
