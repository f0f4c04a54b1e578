select 2 + 4 + 8 as ids
