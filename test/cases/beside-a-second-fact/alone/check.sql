-- rows
with sold as (select s.*, (select city from stores t where t.store_id = s.store_id) as city from sales s)
select c.city as stores__city,
  (select sum(amount)::double / count(amount) from sold where city is not distinct from c.city) as average_sale,
  case c.city when 'Bath' then (10.00 + 20.00) / 2.0 when 'York' then (5.55 + 6.66) / 2.0 when 'Hull' then null else (7.00 - 1.00) / 2.0 end as median_sale,
  (select count(*) from (select customer from sold where city is not distinct from c.city and customer is not null group by customer)) as customers,
  (select amount from sold where city is not distinct from c.city and amount is not null order by amount limit 1) as smallest_sale,
  (select amount from sold where city is not distinct from c.city and amount is not null order by amount desc limit 1) as largest_sale,
  (select customer from sold where city is not distinct from c.city and customer is not null order by customer limit 1) as first_customer
from (values ('Bath'), ('York'), (null)) c(city) order by 1 nulls last

-- totals
-- Amounts in order: -1.00 0.01 5.55 6.66 7.00 10.00 20.00 90.00
select 138.22 / 8 as average_sale, (6.66 + 7.00) / 2 as median_sale, 4 as customers, -1.00 as smallest_sale,
  90.00 as largest_sale, 'ada' as first_customer
