-- The plan of the year, one row per month, the months to come included. Dirt: a month whose targets nobody set (NULL) and one whose
-- target is 0.

create table shop.monthly_targets as
  with months as (
    select date_trunc('month', day)::date as month_on, sum(expected_milli_orders)::bigint as milli_orders
    from days
    group by 1
    union all
    select date '2025-07-01' + to_months(i::integer), orders * 30 + orders * 4 * i
    from size, range(0, 6) as numbers(i)
  )
  select
    month_on::date as month_on,
    case when month_on = date '2023-02-01' then null else
      ((milli_orders * (71 + month(month_on) * 5 % 11) // 100000 + 1) * 100)::decimal(12, 2)
    end as net_revenue,
    case when month_on < date '2023-07-01' then 0 when month_on = date '2024-08-01' then null
      else 1 + milli_orders * 10 // 100000 end::integer as funded_accounts
  from months
  order by month_on;
