select 32 as ids
