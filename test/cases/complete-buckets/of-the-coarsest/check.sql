-- rows
select * from (values (date '2024-02-01', date '2024-02-01', 8), (date '2024-02-29', date '2024-02-01', 16)) as hand(time__day, time__month, ids)

-- notices
select 'PERIOD.ROWS_WITHOUT_TIME' as code, 1 as rows
