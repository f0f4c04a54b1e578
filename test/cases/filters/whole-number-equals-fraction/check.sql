select 2 as ids
