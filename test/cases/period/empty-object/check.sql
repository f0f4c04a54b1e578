select 127 as instant_ids
