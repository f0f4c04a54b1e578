-- What the shop's own counter saw, one row per day and device. Dirt: the night the counter was down (sessions NULL), the day the site
-- was (no session at all), a device called '' and one called 'null', days that the counter of the app forgot (no row).

create table shop.site_traffic as
  select
    day as visited_on,
    case when device = 'tablet' and day_index % 211 = 17 then '' when device = 'tablet' and day_index % 211 = 18 then 'null' else device end as device,
    case
      when strftime(day, '%m-%d') = '02-11' then null
      when day = date '2024-05-20' then 0
      else expected_milli_orders * share * (24 + dice(n, 301, 8)) // 100000 + dice(n, 302, 3)
    end::bigint as sessions,
    case when day = date '2024-05-20' then 0 else expected_milli_orders * share * (4 + dice(n, 303, 3)) // 100000 end::bigint as baskets
  from (
    select *, day_index * 10 + position as n
    from days, (values (1, 'phone', 52), (2, 'computer', 38), (3, 'tablet', 10)) as devices(position, device, share)
  )
  where not (device = 'phone' and day_index % 97 = 41)
  order by visited_on, device;
