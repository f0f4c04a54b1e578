select case when amount >= 5 then 'large' else 'small' end as good_orders__size, sum(amount) as amount, count(*) as orders from orders where status = 'ok' group by 1 order by 1
