select '2024-03-31' as time, 30 as ids, 30 as wall_ids, 30 as new_york_ids, 30 as day_ids
