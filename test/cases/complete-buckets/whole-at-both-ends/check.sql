-- rows
select * from (values (date '2024-01-01', 6), (date '2024-02-01', 24)) as hand(time, ids)

-- notices
select 'PERIOD.ROWS_WITHOUT_TIME' as code, 1 as rows
