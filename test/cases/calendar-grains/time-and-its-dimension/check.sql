-- rows
select * from (values ('2024-06-01', '2024-04-01', 16), ('2024-07-01', '2024-07-01', 32)) as hand(time, events__happened, day_ids)

-- notices
select 'PERIOD.ROWS_WITHOUT_TIME' as code, 1 as rows
