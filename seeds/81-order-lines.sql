-- What was in each order: one or two lines, whose quantities add up to the order's items and whose amounts, without VAT, to its amount.
-- Dirt: orders without lines (an old till), lines of deleted orders and products (orphans), lines without a product, costs that the
-- supplier has not billed yet (NULL).

create temp macro first_share(n) as 30 + dice(n, 321, 41);

create table shop.order_lines as
  with counted as (
    select
      order_id,
      items,
      ((amount - tax) * 100)::bigint as pence,
      case when items < 2 or dice(order_id, 322, 100) < 45 then 1 else 2 end as lines
    from shop.orders
    where dice(order_id, 502, 150) > 0
    union all
    select 800000000 + i, 1, 1900 + dice(i, 324, 5000), 1
    from size, range(0, 2 + orders // 4000) as numbers(i)
  ),
  split as (
    select
      order_id,
      i + 1 as line_number,
      order_id * 2 + i as n,
      case
        when lines = 1 then items
        when i = 0 then 1 + dice(order_id, 325, items - 1)
        else items - 1 - dice(order_id, 325, items - 1)
      end as quantity,
      case
        when lines = 1 then pence
        when i = 0 then pence * first_share(order_id) // 100
        else pence - pence * first_share(order_id) // 100
      end as pence
    from counted, range(0, lines) as numbers(i)
  ),
  picked as (
    select
      *,
      case dice(n, 326, 150)
        when 0 then null
        when 1 then 900 + dice(n, 327, 3)
        else 1 + dice(n, 328, 40) * (1 + dice(n, 329, 40)) // 40        -- a few sell most
      end::integer as product_id
    from split
  )
  select
    order_id,
    line_number::integer as line_number,
    product_id,
    quantity::integer as quantity,
    pounds(pence) as amount,
    pounds(case when dice(n, 330, 6) = 0 then pence * (5 + dice(n, 331, 16)) // 100 else 0 end) as discount,
    case when dice(n, 332, 70) > 0 then pounds(pence * (32 + coalesce(product_id, 0) * 7 % 29 + dice(n, 333, 7)) // 100) end as cost
  from picked
  order by order_id, line_number;
