select count(*) as rows from sales where not (weight > 2) and shop is distinct from 'd'
