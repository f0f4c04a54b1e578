-- Deliveries, their promises, their waits and their faults, each looked up for every carrier; days are London's.
with sent as (
  select
    s.*,
    case
      when lower(carrier) = 'redbird' then 'Redbird'
      when carrier in ('', 'null') then null
      else carrier
    end as driver,
    timezone('Europe/London', delivered_at)::date as day,
    (select timezone('Europe/London', ordered_at)::date from shop.orders o where o.order_id = s.order_id) as ordered_on
  from shop.shipments s
),
wrong as (
  select shipment_id from shop.delivery_faults where kind in ('wrong item', 'missing item') and shipment_id is not null group by 1
),
cells as (
  select
    driver,
    count(case when status = 'delivered' and order_id is not null then 1 end) as delivered,
    count(case when status = 'delivered' and order_id is not null and shipment_id in (select shipment_id from wrong) then 1 end) as mispicked,
    count(case when day <= promised_on then 1 end)::double / nullif(count(case when day is not null and promised_on is not null then 1 end), 0)
      as on_time,
    avg(day - ordered_on) as days
  from sent
  group by 1
)
select
  driver                                                   as shipments__carrier,
  delivered                                                as delivered_shipments,
  1 - mispicked::double / nullif(delivered, 0)             as order_accuracy,
  on_time                                                  as on_time_rate,
  days                                                     as days_to_deliver
from cells
order by 1 nulls last
