select 16 as ids
