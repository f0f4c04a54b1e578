-- rows
select * from (values (null, 40, 1)) as hand(sales__shop, amount, rows)

-- totals
select sum(amount)::int as amount, count(*) as rows from sales

-- notices
select 'TOTAL.COVERS_MORE_ROWS' as code, null as rows
