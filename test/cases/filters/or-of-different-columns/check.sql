select 2 + 8 as ids
