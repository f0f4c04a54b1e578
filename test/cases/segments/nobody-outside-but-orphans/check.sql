select (select sum(amount)::int from orders where customer_id in (1, 2, 3, 4, 5)) as amount,
       (select count(*) from tickets where customer_id in (1, 2, 3, 4, 5)) as ticket_count
