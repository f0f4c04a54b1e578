-- One row per trading day with its share of the orders: growth x season x weekday x event.

create temp table shaped_days as
  with days as (
    select first_day + i::integer as day, i as day_index
    from size, range(0, last_day - first_day + 1) as days(i)
  )
  select
    day,
    day_index,
    (1000 + day_index)                                                          -- nearly doubles in 30 months
      * [82, 78, 95, 108, 116, 104, 96, 90, 98, 104, 138, 170][month(day)]      -- gardens in spring, gifts in December
      * [104, 98, 97, 99, 106, 92, 110][isodow(day)]
      * case
          when strftime(day, '%m-%d') = '12-25' then 25
          when strftime(day, '%m-%d') between '12-26' and '12-30' then 130
          when day between date '2023-11-23' and date '2023-11-27'
            or day between date '2024-11-28' and date '2024-12-02' then 240     -- Black Friday
          else 100
        end
      as weight
  from days;

create temp table days as
  with sums as (
    select
      *,
      (sum(weight) over (order by day) - weight)::hugeint as before,
      (sum(weight) over (order by day))::hugeint          as upto,
      (sum(weight) over ())::hugeint                      as total
    from shaped_days
  ),
  -- A quarter of the customers signed up before the first day; twelve orders are placed by hand in 50-orders.sql.
  counts as (
    select
      sums.*,
      (before * (orders - 12) // total)::bigint                               as orders_before,
      (upto * (orders - 12) // total)::bigint                                 as orders_upto,
      (customers // 4 + before * (customers - customers // 4) // total)::bigint as customers_before,
      (customers // 4 + upto * (customers - customers // 4) // total)::bigint   as customers_upto,
      (weight::hugeint * orders * 1000 // total)::bigint                             as expected_milli_orders
    from sums, size
  )
  select
    day,
    day_index,
    epoch(day)::bigint
      - case when day between date '2023-03-26' and date '2023-10-28'
               or day between date '2024-03-31' and date '2024-10-26'
               or day between date '2025-03-30' and date '2025-10-25' then 3600 else 0 end as midnight_s,  -- London's, in UTC
    orders_before,
    orders_upto,
    customers_before,
    customers_upto,
    expected_milli_orders
  from counts;
