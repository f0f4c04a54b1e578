select 4 + 8 + 16 as ids
