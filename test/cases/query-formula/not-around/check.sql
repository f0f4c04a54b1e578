select count(*) as rows from sales where not (weight > 2)
