select count(*) as rows from sales where day >= '2024-02-01' and day < '2024-03-01'
