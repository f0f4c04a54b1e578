-- rows
select 36 as amount, 1 as big_rows

-- notices
select 'FILTER.ONLY_FOR' as code, null as rows
