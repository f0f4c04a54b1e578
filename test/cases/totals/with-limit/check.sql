-- rows
select null as customers__region, 6100 as revenue, 2 as buyers, 6100 / 3.0 as average, 1000.0 as middle, 3050.0 as per_buyer

-- totals
select 6190 as revenue, 4 as buyers, 6190 / 6.0 as average, 80.0 as middle, 6190 / 4.0 as per_buyer

-- notices
select * from (values ('JOIN.ORPHANS', 1), ('TOTAL.COVERS_MORE_ROWS', null)) as hand(code, rows)
