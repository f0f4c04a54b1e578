-- Refunds reach the region by order and customer; the filter on private customers holds for both facts.
with refund_regions as (
  select r.order_id, r.amount, nullif(trim(c.region), '') as region
  from shop.refunds r
  join shop.orders o on o.order_id = r.order_id
  join shop.customers c on c.customer_id = o.customer_id
  where c.kind = 'private'
),
booked_regions as (
  select o.amount, nullif(trim(c.region), '') as region
  from shop.orders o
  join shop.customers c on c.customer_id = o.customer_id
  where c.kind = 'private' and o.status <> 'cancelled' and not o.is_test
),
regions as (select region from refund_regions union select region from booked_regions),
cells as (
  select
    region,
    coalesce((select sum(amount) from refund_regions r where r.region is not distinct from regions.region), 0) as refunded,
    (select count(distinct order_id) from refund_regions r where r.region is not distinct from regions.region) as refunded_orders,
    (select sum(amount) from booked_regions b where b.region is not distinct from regions.region) as booked
  from regions
)
select
  region                                       as customers__region,
  refunded                                     as refunded_amount,
  refunded_orders,
  refunded::double / nullif(booked, 0)::double as refund_rate
from cells
order by 1 nulls last
