select 63 - 1 as ids
