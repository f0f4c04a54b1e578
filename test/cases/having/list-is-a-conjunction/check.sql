select shop as sales__shop, sum(amount)::int as amount, count(*) as rows from sales group by 1 having sum(amount) > 5 and count(*) = 2 order by 1 nulls last
