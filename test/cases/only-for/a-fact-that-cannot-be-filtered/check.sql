-- rows
select 30 as amount, 4 as return_rows

-- notices
select 'FILTER.ONLY_FOR' as code, null as rows
