-- rows
select 15 as average, 106 as amount, 7 as rows

-- notices
select 'FILTER.ONLY_FOR' as code, null as rows
