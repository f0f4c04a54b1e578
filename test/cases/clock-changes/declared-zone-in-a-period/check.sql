select sum(id) as new_york_ids from events where new_york >= '2024-03-30 20:00:00' and new_york < '2024-03-31 19:00:00'
