-- rows
select * from (values ('2024-03-11T00:00:00+00:00', 128), ('2024-03-15T11:00:00+00:00', 256)) as hand(time, ids)

-- notices
select 'PERIOD.ROWS_WITHOUT_TIME' as code, 1 as rows
