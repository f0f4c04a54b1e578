select town as shops__town, sum(amount)::int as amount from sales left join shops using (shop) group by 1 order by 1 nulls last
