select 32 + 64 as ids
