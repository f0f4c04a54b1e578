select sum(o.amount)::int as amount, 6 as units, 2 as prices
from orders as o join price_lists as p on p.market = o.market_code and p.product = o.product_code
where (p.market, p.product) in (('uk', 2), ('fr', 1))
