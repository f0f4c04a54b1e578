-- rows
select * from (values (date '2024-01-01', 6)) as hand(time, ids)

-- totals
select 6 as ids

-- notices
select 'PERIOD.ROWS_WITHOUT_TIME' as code, 1 as rows
