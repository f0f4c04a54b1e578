select 2 + 4 as ids
