-- Best because half of each channel's amounts is found by selection, without sorting any of them.
select nullif(lower(trim(channel)), '') as channel, median(amount::double) as median_order_value
from shop.orders
where status <> 'cancelled' and not is_test
group by 1
order by 1 nulls last
