select * from (values (date '2024-03-09', 1), (date '2024-03-10', 30), (date '2024-03-11', 32)) as hand(time, ids)
