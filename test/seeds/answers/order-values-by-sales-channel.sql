-- Percentiles from rows, beside a ratio of sums; the odd-case and blank channels are cleaned first.
with cleaned as (
  select *, nullif(lower(trim(channel)), '') as clean_channel from shop.orders where not is_test
)
select
  clean_channel                                                                                  as orders__channel,
  (sum(amount - tax) filter (where status = 'completed'))::double
    / nullif(count(*) filter (where status = 'completed'), 0)                                    as average_order_value,
  percentile_cont(0.5) within group (order by amount::double) filter (where status <> 'cancelled') as median_order_value,
  percentile_cont(0.9) within group (order by amount::double) filter (where status <> 'cancelled') as large_order_value
from cleaned
group by 1
order by 1 nulls last
