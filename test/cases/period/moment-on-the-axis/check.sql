select 4 as day_ids
