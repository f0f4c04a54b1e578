-- Guests, erased accounts, blank and missing regions share the NULL group: guests count for nobody, erased accounts do.
with placed as (
  select
    o.customer_id,
    (select nullif(trim(region), '') from shop.customers c where c.customer_id = o.customer_id) as region
  from shop.orders o
  where status <> 'cancelled' and not is_test
)
select
  region                                                              as customers__region,
  count(distinct customer_id)                                         as active_buyers,
  count(customer_id)::double / nullif(count(distinct customer_id), 0) as orders_per_buyer
from placed
group by 1
order by 1 nulls last
