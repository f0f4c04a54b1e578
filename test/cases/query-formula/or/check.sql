select count(*) as rows from sales where weight > 6 or amount >= 20
