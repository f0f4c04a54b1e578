-- A segment of orders that refunds and revenue are narrowed to: a delivery after its promise, or one with a fault.
with spoilt as (
  select order_id
  from shop.shipments s
  where (timezone('Europe/London', delivered_at)::date > promised_on)
    or shipment_id in (select shipment_id from shop.delivery_faults)
),
members as (select order_id from shop.orders where order_id in (select order_id from spoilt))
select
  coalesce((select sum(amount) from shop.refunds where order_id in (select order_id from members)), 0)::decimal(38, 2) as refunded_amount,
  coalesce((select sum(amount - tax) from shop.orders
    where status = 'completed' and not is_test and order_id in (select order_id from members)), 0)::decimal(38, 2)     as net_revenue,
  (select count(*) from shop.shipments
    where status = 'delivered' and order_id in (select order_id from members))                                         as delivered_shipments
