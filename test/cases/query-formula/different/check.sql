select count(*) as rows from sales where shop <> 'a'
