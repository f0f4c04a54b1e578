select 2 + 4 + 8 + 16 + 32 as ids
