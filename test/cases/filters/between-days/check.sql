select 4 as ids
