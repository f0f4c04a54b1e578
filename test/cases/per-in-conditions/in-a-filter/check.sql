select (select sum(amount) from orders where customer_id in (1, 2)) / 127 as small_share -- 3 and 4 are below 8
