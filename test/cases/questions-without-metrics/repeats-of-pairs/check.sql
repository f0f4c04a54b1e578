select channel as orders__channel, region as customers__region from orders left join customers using (customer_id) order by 1, 2 nulls last
