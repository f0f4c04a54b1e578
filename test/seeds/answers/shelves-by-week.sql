-- The units of each Monday of the last quarter, and the share of its shelves that were empty or skipped.
select
  strftime(counted_on, '%Y-%m-%d')                                                   as time,
  sum(case when units > 0 then units else 0 end)::double                             as stock_on_hand,
  count(case when units <= 0 then 1 end)::double / count(units)                      as empty_shelf_rate,
  count(case when units is null then 1 end)::double / count(*)                       as skipped_count_rate
from shop.stock_levels
where counted_on >= date '2025-04-01'
group by counted_on
order by counted_on
