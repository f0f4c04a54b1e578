-- What the warehouses count every Monday morning before they open. Dirt: shelves that were skipped (units NULL), more handed out than
-- came in (units below 0), products that no list knows (orphans), a shelf that was not counted on the last Monday (no row).

create table shop.stock_levels as
  with weekly as (select 1 + orders * 49 // 146000 as sold from size),            -- of one product in a week, in one warehouse
  shelves as (
    select day as counted_on, product_id, warehouse_id, product_id * 100000 + warehouse_id * 10000 + day_index as n, sold
    from days
    cross join (select * from shop.products union all by name select 907 as product_id, date '2023-01-01' as launched_on) products
    cross join shop.warehouses
    cross join weekly
    cross join (select last_day from size) size
    where isodow(day) = 1
      and launched_on <= day and (discontinued_on is null or day < discontinued_on + 60)
      and opened_on <= day and (closed_on is null or day <= closed_on)
      and (product_id < 900 or (warehouse_id = 2 and day_index % 91 = 1))
      and not (product_id = 11 and warehouse_id = 2 and day = last_day)
  )
  select
    product_id::integer as product_id,
    warehouse_id::integer as warehouse_id,
    counted_on,
    case
      when dice(n, 341, 220) = 0 then null
      when dice(n, 341, 220) = 1 then -1 - dice(n, 342, 3)
      when dice(n, 343, 14) = 0 or (product_id in (17, 38) and counted_on > date '2025-06-10') then 0
      else sold * dice(n, 344, 9) + dice(n, 345, 12)
    end::integer as units,
    dice(n, 346, 1 + sold)::integer as reserved
  from shelves
  order by counted_on, product_id, warehouse_id;
