-- Best because lines are grouped by the number of the product, once for the list and for its total.
with by_product as materialized (
  select product_id, sum(order_lines.amount - cost) as profit
  from shop.order_lines
  join shop.orders using (order_id)
  where status = 'completed' and not is_test
  group by 1
),
by_name as (
  select name, coalesce(sum(profit), 0) as profit
  from by_product
  left join shop.products using (product_id)
  group by 1
  order by 2 desc nulls last, 1 nulls last
  limit 10
)
select false as is_total, name, profit as gross_profit from by_name
union all
select true, null, coalesce(sum(profit), 0) from by_product
order by 1, 3 desc nulls last, 2 nulls last
