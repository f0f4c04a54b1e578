select * from (values (date '2024-03-10', 15), (date '2024-03-11', 48)) as hand(time, wall_ids)
