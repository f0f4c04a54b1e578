select 2 + 4 + 16 + 32 as ids
