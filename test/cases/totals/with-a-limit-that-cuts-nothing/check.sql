-- rows
select * from (values ('north', 30), ('south', 60)) as hand(customers__region, revenue)

-- totals
select 90 as revenue

-- notices
select 'TOTAL.COVERS_MORE_ROWS' as code, null as rows
