select shop as sales__shop, sum(amount)::int as amount from sales group by 1 having sum(amount) > 5 and sum(amount) < 35 order by 1 nulls last
