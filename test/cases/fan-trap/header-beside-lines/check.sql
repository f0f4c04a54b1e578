-- rows
select c.channel as orders__channel,
  (select sum(shipping) from orders where channel is not distinct from c.channel) as shipping,
  (select sum(shipping)::double / count(shipping) from orders where channel is not distinct from c.channel) as average_shipping,
  (select sum(quantity * price) from order_lines l
    where (select channel from orders o where o.order_id = l.order_id) is not distinct from c.channel) as line_value
from (values ('shop'), ('web'), (null)) c(channel) order by 1 nulls last

-- totals
select 15.00 as shipping, 3.75 as average_shipping, 20.00 + 99.99 + 1.00 + 10.00 + 1000.00 as line_value

-- notices
select 'JOIN.ORPHANS' as code, 1 as rows
