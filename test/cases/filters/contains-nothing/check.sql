select 63 - 8 as ids
