select 1 as ids
