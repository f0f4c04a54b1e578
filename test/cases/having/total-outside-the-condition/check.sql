-- rows
select * from (values ('b', 6)) as hand(sales__shop, amount)
-- totals
select 106 as amount

-- notices
select 'TOTAL.COVERS_MORE_ROWS' as code, null as rows
