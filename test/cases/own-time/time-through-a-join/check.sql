select * from (values ('2024-01-01', 3.0, 1), ('2024-02-01', 2.0, 2), (null, 56.0, 1))
  as hand(time, amount_per_new_customer, new_customers)
