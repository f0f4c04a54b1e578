select 1 + 32 as ids
