-- rows
select c.region as customers__region,
  (select avg(age) from customers where region is not distinct from c.region) as average_age,
  (select count(*) from customers where region is not distinct from c.region) as customer_count,
  (select sum(quantity * price) from order_lines l where
    (select region from customers u where u.customer_id =
      (select customer_id from orders o where o.order_id = l.order_id)) is not distinct from c.region) as line_value
from (values ('north'), ('south'), (null)) c(region) order by 1 nulls last

-- totals
select (20 + 60 + 35 + 90) / 4.0 as average_age, 5 as customer_count, 1130.99 as line_value

-- notices
select 'JOIN.ORPHANS' as code, 1 as rows
