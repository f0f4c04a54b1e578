select 16384 as ids
