select 0 as ids
