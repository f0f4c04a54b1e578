-- rows
select date '2024-03-24' as time, 64 + 128 as ids

-- notices
select 'PERIOD.ROWS_WITHOUT_TIME' as code, 1 as rows
