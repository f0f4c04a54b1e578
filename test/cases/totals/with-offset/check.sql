-- rows
select null as customers__region, 6100 as revenue

-- totals
select 6190 as revenue

-- notices
select * from (values ('JOIN.ORPHANS', 1), ('TOTAL.COVERS_MORE_ROWS', null)) as hand(code, rows)
