-- rows
select * from (values ('north', 30, 1), (null, 1000, 0)) as hand(customers__region, revenue, buyers)

-- totals
select 1030 as revenue, 1 as buyers

-- notices
select 'PERIOD.ROWS_WITHOUT_TIME' as code, 1 as rows
