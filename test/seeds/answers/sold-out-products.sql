-- A segment of products by the last count: what is not discontinued and has nothing to sell, whether an empty shelf or none was counted.
with last_count as (
  select product_id, sum(greatest(coalesce(units, 0), 0) - reserved) as available
  from shop.stock_levels
  where counted_on = (select max(counted_on) from shop.stock_levels)
  group by 1
),
members as (
  select product_id, name
  from shop.products p
  where discontinued_on is null
    and coalesce((select available from last_count c where c.product_id = p.product_id), 0) <= 0
)
select name as products__name, sum(quantity) as units_sold
from members join shop.order_lines using (product_id)
where order_id in (select order_id from shop.orders where status <> 'cancelled' and not is_test)
group by 1
order by 1
