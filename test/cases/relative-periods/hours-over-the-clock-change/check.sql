-- rows
select sum(id)::int as ids from events where happened >= '2024-03-31 00:00:00+00' and happened < '2024-03-31 22:00:00+00'

-- notices
select 'PERIOD.ROWS_WITHOUT_TIME' as code, 1 as rows
