select count(*) as rows from sales where (weight > 2) is not true
