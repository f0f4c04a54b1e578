select 6 as day_ids
