select 1 + 2 + 32 as ids
