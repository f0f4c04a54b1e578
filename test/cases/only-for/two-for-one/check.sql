-- rows
select 20 as amount, 7 as rows

-- notices
select 'FILTER.ONLY_FOR' as code, null as rows
