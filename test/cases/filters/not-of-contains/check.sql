select 2 + 8 + 16 as ids
