select shop as sales__shop, sum(amount)::int as amount from sales group by 1 having sum(weight) >= 2 order by 1 nulls last
