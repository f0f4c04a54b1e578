select 1 + 8 as ids
