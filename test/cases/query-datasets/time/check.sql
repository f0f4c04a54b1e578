select * from (values (date '2024-01-01', 10.00), (date '2024-02-01', 12.75), (date '2024-03-01', 3.00)) as hand(time, amount)
