-- Money given back, three days to a month after delivery; some orders are refunded twice.
-- Dirt: refunds of the old shop's orders (orphans), goodwill payments without an order, reasons in odd case, '' and NULL.

create temp macro share_pence(n, pence) as
  case when dice(n, 61, 10) < 6 then pence else pence * (15 + dice(n, 62, 50)) // 100 end;

create temp table refunds as
  with refunded as (
    select order_id, epoch(delivered_at)::bigint as delivered_s, (amount * 100)::bigint as pence
    from shop.orders
    where delivered_at is not null and status = 'completed' and not is_test
      and dice(order_id, 63, 1000) < case trim(lower(channel)) when 'store' then 32 when 'app' then 66 else 80 end
  )
  select order_id * 10 as refund_id, order_id, delivered_s + 259200 + dice(order_id, 64, 2160000) as refunded_s,
    share_pence(order_id, pence) as pence
  from refunded
  union all
  select order_id * 10 + 1, order_id, delivered_s + 2592000 + dice(order_id, 65, 864000), pence * 12 // 100
  from refunded
  where dice(order_id, 61, 10) >= 6 and dice(order_id, 106, 4) = 0
  union all
  select 2000000000 + i, case when i % 3 > 0 then 700000000 + i end,
    1672531200 + (1 + i) * 77760000 // (2 + orders // 4000), 1500 + dice(i, 67, 4500)
  from size, range(0, 2 + orders // 4000) as numbers(i);

create table shop.refunds as
  select
    refund_id,
    order_id,
    to_timestamp(refunded_s) as refunded_at,
    pounds(pence) as amount,
    case dice(refund_id, 68, 40)
      when 0 then null
      when 1 then ''
      when 2 then 'Damaged'
      when 3 then 'CHANGED MIND'
      else ['damaged', 'damaged', 'changed mind', 'changed mind', 'changed mind', 'too late', 'wrong item', 'not as described']
        [1 + dice(refund_id, 69, 8)]
    end as reason
  from refunds, size
  where refunded_s <= now_s
  order by refund_id;
