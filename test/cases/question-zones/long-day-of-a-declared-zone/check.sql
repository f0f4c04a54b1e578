select * from (values (date '2024-11-02', 64), (date '2024-11-03', 1920), (date '2024-11-04', 2048)) as hand(time, tokyo_ids)
