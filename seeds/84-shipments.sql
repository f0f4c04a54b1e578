-- Parcels to customers; a large order may leave in two. Dirt: shipments of the old shop (orphans) and samples without an order, carriers
-- in odd case, '' and 'null', parcels that were delivered but never scanned, lost parcels, goods made to order without a promise.

create table shop.shipments as
  with sent as (
    select
      order_id,
      items,
      ordered_at,
      epoch(ordered_at)::bigint as placed_s,
      epoch(delivered_at)::bigint as delivered_s,
      status,
      case when items > 3 and dice(order_id, 351, 6) = 0 then 2 else 1 end as shipments
    from shop.orders
    where not is_test and status <> 'cancelled' and (delivered_at is null or delivered_at > ordered_at)
      and (channel is null or lower(trim(channel)) <> 'store')
  ),
  parcels as (
    select
      order_id * 10 + i as shipment_id,
      order_id,
      i,
      shipments,
      items,
      status,
      timezone('Europe/London', ordered_at)::date as ordered_on,
      delivered_s,
      least(placed_s + 7200 + dice(order_id * 2 + i, 352, 86400), coalesce(delivered_s - 14400, 99999999999)) as dispatched_s,
      order_id * 2 + i as n
    from sent, range(0, shipments) as numbers(i)
  )
  select
    shipment_id,
    case dice(n, 353, 300) when 0 then 700000000 + order_id else order_id end as order_id,
    case when ordered_on < date '2024-06-15' and dice(n, 354, 10) = 0 then 3 else 1 + (dice(n, 354, 10) // 6) end::integer as warehouse_id,
    case dice(n, 355, 120)
      when 0 then null
      when 1 then ''
      when 2 then 'null'
      when 3 then 'REDBIRD'
      else ['Redbird', 'Redbird', 'Swift & Sons', 'Northline'][1 + dice(n, 356, 4)]
    end as carrier,
    (1 + items // (3 * shipments))::integer as parcels,
    pounds(310 + 145 * (1 + items // (3 * shipments)) + dice(n, 357, 260)) as cost,
    case when delivered_s - placed_day_s > 1296000 and dice(n, 358, 2) = 0 then null
      else ordered_on + case when dice(n, 356, 4) = 3 then 3 else 4 end end as promised_on,          -- Northline promises less
    case when dispatched_s <= now_s then to_timestamp(dispatched_s) end as dispatched_at,
    case when dice(n, 359, 250) > 0 then to_timestamp(delivered_s) end as delivered_at,
    case
      when dice(n, 359, 250) = 0 then 'lost'
      when status = 'completed' then 'delivered'
      when dispatched_s <= now_s then 'under way'
      else 'packed'
    end as status
  from (select *, epoch(ordered_on)::bigint as placed_day_s from parcels), size
  union all
  select 2000000000 + i, null, 1, 'Northline', 1, pounds(455), null, to_timestamp(now_s - 86400 * (3 + i)), to_timestamp(now_s - 86400 * (1 + i)),
    'delivered'
  from size, range(0, 3 + orders // 5000) as numbers(i)
  where i < 600
  order by shipment_id;

-- What customers said was wrong with a parcel. Dirt: parcels with two faults, faults that name no parcel, kinds in odd case, '' and 'null'.

create table shop.delivery_faults as
  with faulty as (
    select shipment_id, epoch(delivered_at)::bigint as delivered_s
    from shop.shipments
    where delivered_at is not null and shipment_id < 2000000000 and dice(shipment_id // 10, 361, 1000) < 42
  ),
  told as (
    select shipment_id * 10 as fault_id, shipment_id, delivered_s + 3600 + dice(shipment_id // 10, 362, 1000000) as reported_s
    from faulty
    union all
    select shipment_id * 10 + 1, shipment_id, delivered_s + 90000 + dice(shipment_id // 10, 363, 1000000)
    from faulty
    where dice(shipment_id // 10, 364, 6) = 0
    union all
    select 30000000000 + i, null, 1672531200 + (1 + i) * 77760000 // (3 + orders // 8000)
    from size, range(0, 2 + orders // 8000) as numbers(i)
  )
  select
    fault_id,
    shipment_id,
    case when dice(fault_id // 10 % 2000000000, 365, 10) = 0 then null else 1 + dice(fault_id // 10 % 2000000000, 366, 40) end::integer as product_id,
    case dice(fault_id // 10 % 2000000000, 367, 30)
      when 0 then ''
      when 1 then 'null'
      when 2 then 'Damaged'
      else ['damaged', 'damaged', 'wrong item', 'wrong item', 'missing item'][1 + dice(fault_id // 10 % 2000000000, 368, 5)]
    end as kind,
    to_timestamp(reported_s) as reported_at
  from told, size
  where reported_s <= now_s
  order by fault_id;
