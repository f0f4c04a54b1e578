-- rows
select null as sales__shop, 0 as amount where false

-- totals
select 27 as amount

-- notices
select 'TOTAL.COVERS_MORE_ROWS' as code, null as rows
