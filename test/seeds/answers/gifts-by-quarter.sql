-- Shares of orders by London quarter; a message of blanks is no gift.
select
  strftime(date_trunc('quarter', timezone('Europe/London', ordered_at)), '%Y-%m-%d')   as time,
  count(*)                                                                             as placed_orders,
  sum(case when trim(coalesce(gift_message, '')) <> '' then 1 else 0 end)::double / count(*) as gift_share,
  sum(case when status = 'cancelled' then 1 else 0 end)::double / count(*)             as cancellation_rate
from shop.orders
where not is_test
group by 1
order by 1
