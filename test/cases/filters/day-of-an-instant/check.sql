select 1 + 2 as ids
