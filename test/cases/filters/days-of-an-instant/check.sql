select 1 + 2 + 16 + 32 as ids
