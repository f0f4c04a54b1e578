-- rows
select * from (values (date '2024-03-01', 7, 3), (date '2024-04-01', 1, 4)) as hand(time, weekday, ids)

-- notices
select 'PERIOD.ROWS_WITHOUT_TIME' as code, 1 as rows
