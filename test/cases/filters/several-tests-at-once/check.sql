select 2 + 32 as ids
