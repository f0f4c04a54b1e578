-- rows
select day as time, id as ids from events where false

-- notices
select 'PERIOD.ROWS_WITHOUT_TIME' as code, 1 as rows
