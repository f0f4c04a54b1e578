select count(*) as rows from sales where day < '2024-02-01'
