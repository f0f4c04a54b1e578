select sum(amount)::int as amount from sales join shops using (shop) where town <> 'ay' and amount > 5
