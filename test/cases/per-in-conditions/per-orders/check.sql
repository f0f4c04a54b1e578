select sum(amount)::int as amount from orders where amount > 3
