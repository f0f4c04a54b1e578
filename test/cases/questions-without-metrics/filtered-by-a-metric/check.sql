select * from (values (1), (3)) as hand(customers__customer_id)
