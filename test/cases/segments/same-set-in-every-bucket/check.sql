select * from (values (date '2024-01-01', 1), (date '2024-02-01', 2)) as hand(time, amount)
