select 4 + 16 + 32 as ids
