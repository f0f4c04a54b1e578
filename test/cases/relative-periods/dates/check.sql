-- rows
select sum(id)::int as day_ids from events where day >= '2024-02-01' and day < '2024-03-01'

-- notices
select 'PERIOD.ROWS_WITHOUT_TIME' as code, 1 as rows
