-- Lines reach their category by the product and their dates by the order; unknown products share the NULL group with the category that
-- nobody wrote. A line without a cost leaves the profit and both sides of the margin, but not the units.
with cleaned as (
  select
    l.*,
    (select case when trim(category) in ('', 'null') then null else trim(category) end
      from shop.products p where p.product_id = l.product_id) as category,
    (select status from shop.orders o where o.order_id = l.order_id) as status,
    (select is_test from shop.orders o where o.order_id = l.order_id) as is_test
  from shop.order_lines l
)
select
  category                                                                                     as products__category,
  coalesce(sum(case when status = 'completed' then amount - cost end), 0)                      as gross_profit,
  sum(case when status = 'completed' then amount - cost end)::double
    / nullif(sum(case when status = 'completed' and cost is not null then amount end), 0)      as gross_margin,
  sum(quantity)                                                                                as units_sold
from cleaned
where status in ('completed', 'shipped') and is_test = false
group by 1
order by 1 nulls last
