-- One row per order, numbered in the order of days. Dirt: guests (no customer), erased customers and campaigns (orphans),
-- channels in odd case, '' and NULL, orders that were paid but never scanned as delivered, test orders of 9,999 pounds.

create temp macro pick_customer(n, known) as     -- `known`: how many had signed up by the end of that day
  case
    when dice(n, 31, 10) < 3 then known - dice(n, 32, greatest(1, known // 30))       -- somebody new
    when dice(n, 31, 10) < 6 then 10 * (1 + dice(n, 32, greatest(1, known // 10)))    -- one tenth, loyal
    else 1 + dice(n, 32, known)
  end;

-- Twelve orders around the nights when London's clocks changed in 2024; each instant sorts into another hour, day or month
-- when read in UTC.
create temp table clock_change_orders as
  select i::bigint as i, epoch(instant)::bigint as placed_s
  from (values
    (0, timestamptz '2024-03-30 23:59:59+00'), (1, timestamptz '2024-03-31 00:59:59+00'), (2,  timestamptz '2024-03-31 01:00:00+00'),
    (3, timestamptz '2024-03-31 22:59:59+00'), (4, timestamptz '2024-03-31 23:00:00+00'), (5,  timestamptz '2024-03-31 23:30:00+00'),
    (6, timestamptz '2024-10-26 22:59:59+00'), (7, timestamptz '2024-10-26 23:00:00+00'), (8,  timestamptz '2024-10-27 00:30:00+00'),
    (9, timestamptz '2024-10-27 01:30:00+00'), (10, timestamptz '2024-10-27 23:59:59+00'), (11, timestamptz '2024-10-31 23:30:00+00')
  ) as instants(i, instant);

create temp table priced as
  with placed as (
    select
      1 + i as n, day, day_index, midnight_s, customers_upto as known,
      midnight_s + case
        when dice(1 + i, 33, 25) = 0 then dice(1 + i, 34, 86400)                        -- night owls
        else 25200 + dice(1 + i, 34, 28800) + dice(1 + i, 35, 30600)
      end as placed_s
    from days, range(orders_before, orders_upto) as numbers(i)
    union all
    select orders - 11 + i, day, day_index, midnight_s, customers_upto, placed_s
    from clock_change_orders, size, days
    where day = make_timestamp(placed_s * 1000000)::date
  ),
  picked as (
    select
      *,
      dice(n, 37, 120) = 0 as is_test,
      pick_customer(n, known) as picked,
      case
        when dice(n, 36, 100) < 22 and placed_s - midnight_s between 32400 and 68400 then 'store'   -- open 9 to 7
        when dice(n, 36, 100) < 26 then 'phone'
        when dice(n, 36, 100) < 42 + day_index * 20 // 912 then 'app'                   -- grows from a sixth to a third
        else 'web'
      end as channel
    from placed
  ),
  drawn as (
    select
      n, day, midnight_s, placed_s, is_test, channel,
      case
        when is_test then 0                                                             -- the testers' account: an orphan
        when dice(n, 38, 100) < case channel when 'store' then 45 else 9 end then null
        when dice(n, 39, 80) = 0 then 90000000 + dice(n, 40, 1 + known // 200)          -- erased accounts: orphans
        when picked % 7 = 3 then picked - 1                                             -- one account in seven only looks
        else picked
      end as customer_id
    from picked
  )
  select
    *,
    (case when is_test then 999900 else
      (1400 + dice(n, 41, 3600) + dice(n, 42, 4000) + 500000 // (6 + dice(n, 43, 1000)))   -- mostly 25 to 110 pounds, a long tail
        * (case channel when 'store' then 78 when 'phone' then 130 when 'app' then 96 else 104 end + 3 * (year(day) - 2023))
        * case when is_trade(coalesce(customer_id, 1)) then 190 else 100 end
        * case when dice(n, 44, 500) = 0 then 6 else 1 end // 10000
    end)::bigint as pence,
    case
      when dice(n, 45, 1000) < case channel when 'store' then 8 when 'phone' then 60 else 42 end then null   -- cancelled
      when channel = 'store' then placed_s
      else midnight_s + 28800 + dice(n, 48, 39600)                                      -- by day, 1 to 5 days later
        + 86400 * (1 + dice(n, 46, 3) + dice(n, 47, 3) + case when dice(n, 58, 16) = 0 then 20 else 0 end)   -- made to order
    end as arrives_s
  from drawn;

create temp table kept as
  select customer_id, min(placed_s * 100000000 + n) % 100000000 as n       -- each account's first order that was not cancelled
  from priced
  where customer_id is not null and arrives_s is not null and not is_test
    and customer_id > (select customers // 4 from size)                     -- older accounts ordered before our first day
  group by customer_id;

create table shop.orders as
  select
    priced.n as order_id,
    priced.customer_id,
    case when channel in ('web', 'app') then
      case when dice(priced.n, 50, 90) = 0 then 900 + dice(priced.n, 51, 3) else won.campaign_id end      -- deleted campaigns
    end::integer as campaign_id,
    to_timestamp(placed_s) as ordered_at,
    case when arrives_s <= now_s and dice(priced.n, 52, 60) > 0 then to_timestamp(arrives_s) end as delivered_at,
    case when arrives_s is null then 'cancelled' when arrives_s > now_s then 'shipped' else 'completed' end as status,
    case dice(priced.n, 102, 200)
      when 0 then null
      when 1 then ''
      when 2 then upper(channel)
      when 3 then channel || ' '
      when 4 then upper(channel[1]) || channel[2:]
      else channel
    end as channel,
    (1 + pence // 4000 + dice(priced.n, 54, 3))::integer as items,
    pounds(pence) as amount,
    pounds(case when dice(priced.n, 55, 12) = 0 then 0 else (pence + 3) // 6 end) as tax,                  -- books carry no VAT
    is_test,
    case
      when dice(priced.n, 56, 100) < case when month(priced.day) = 12 then 22 else 8 end then
        ['Happy birthday!', 'With love from all of us', 'A little something 🎁', 'Enjoy the new home', 'For the best of "best men"',
         'Thank you, it''s been a joy', 'Joyeux anniversaire, Zoë', 'Get well soon', '', '  '][1 + dice(priced.n, 57, 10)]
    end as gift_message,
    case when priced.customer_id is not null then kept.n is not null end as is_first_order
  from priced
  cross join size
  left join won on won.day = priced.day and won.ticket = dice(priced.n, 49, 100)
  left join kept on kept.n = priced.n
  order by order_id;
