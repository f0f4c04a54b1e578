select 63 - 3 as ids
