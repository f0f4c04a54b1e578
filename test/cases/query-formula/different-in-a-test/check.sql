select count(*) as rows from sales where shop is distinct from 'a'
