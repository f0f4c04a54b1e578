-- Best because lines look for their order among those of four weeks only, and both facts are grouped by the number of the product.
with by_product as (
  select product_id, sum(greatest(units, 0) - coalesce(reserved, 0)) as units, null as sold
  from shop.stock_levels
  where counted_on > date '2025-06-24' and counted_on <= date '2025-07-01'
  group by 1
  union all
  select product_id, null, sum(quantity)
  from shop.order_lines
  join shop.orders using (order_id)
  where ordered_at >= timestamptz '2025-06-03 08:00:00+00' and status <> 'cancelled' and not is_test
  group by 1
)
select
  nullif(nullif(trim(category), ''), 'null') as category,
  coalesce(sum(units), 0) as available_units,
  coalesce(sum(sold), 0)::double / 4 as weekly_sales,
  coalesce(sum(units), 0)::double / nullif(coalesce(sum(sold), 0)::double / 4, 0) as weeks_of_cover
from by_product
left join shop.products using (product_id)
group by 1
order by 1 nulls last
