-- rows
select * from (values (date '2024-02-01', date '2024-01-01', 24)) as hand(time, events__day, ids)

-- notices
select 'PERIOD.ROWS_WITHOUT_TIME' as code, 1 as rows
