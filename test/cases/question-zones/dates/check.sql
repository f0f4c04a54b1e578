select date '2024-03-11' as time, 48 as day_ids
