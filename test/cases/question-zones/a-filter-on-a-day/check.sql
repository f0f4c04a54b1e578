select 30 as ids, 30 as tokyo_ids
