-- Photographs are never added up: the average of the counts, and the count of 30 June 2025 alone. A shelf that was skipped or overdrawn
-- holds nothing; a category is shown when it has a count or a sale.
with products as (
  select product_id, case when trim(category) in ('', 'null') then null else trim(category) end as category from shop.products
),
counts as (
  select
    (select category from products p where p.product_id = s.product_id) as category,
    counted_on,
    case when units > 0 then units else 0 end as units,
    reserved
  from shop.stock_levels s
),
sold as (
  select (select category from products p where p.product_id = l.product_id) as category, quantity
  from shop.order_lines l
  where order_id in (
    select order_id from shop.orders
    where not is_test and status <> 'cancelled' and ordered_at >= timestamptz '2025-06-03 08:00:00+00')
),
categories as (select category from counts union select category from sold),
cells as (
  select
    category,
    (select sum(units)::double / count(distinct counted_on) from counts c where c.category is not distinct from categories.category) as on_hand,
    coalesce((select sum(units - reserved) from counts c
      where c.category is not distinct from categories.category and counted_on = date '2025-06-30'), 0) as available,
    coalesce((select sum(quantity) from sold s where s.category is not distinct from categories.category), 0)::double / 4 as weekly
  from categories
)
select
  category                       as products__category,
  on_hand                        as stock_on_hand,
  available                      as available_units,
  weekly                         as weekly_sales,
  available / nullif(weekly, 0)  as weeks_of_cover
from cells
order by 1 nulls last
