select count(*) as rows from sales where shop not in ('a', null)
