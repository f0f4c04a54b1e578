-- rows
select * from (values (date '2024-02-01', 24)) as hand(time, day_ids)

-- notices
select 'PERIOD.ROWS_WITHOUT_TIME' as code, 1 as rows
