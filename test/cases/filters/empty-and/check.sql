select 63 as ids
