select 127 as instant_ids, 127 as day_ids
