select 1 + 4 as ids
