select region as customers__region, sum(amount)::int as amount
from orders join customers using (customer_id)
where customer_id in (1, 4) -- customers 1 and 4 are vips; the one without a key is nobody's
group by 1 order by 1 nulls last
