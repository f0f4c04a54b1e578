select (select name from countries c where c.code = (select country from customers u where u.customer_id = o.customer_id)) as customers__countries__name,
  (select name from countries c where c.code = (select country from warehouses w where w.warehouse_id = o.warehouse_id)) as warehouses__countries__name,
  amount
from orders o order by 1 nulls last, 2 nulls last
