select * from (values (date '2024-09-07', 4096), (date '2024-09-08', 8192)) as hand(time, ids)
