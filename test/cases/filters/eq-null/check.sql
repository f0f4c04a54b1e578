select 8 as ids
