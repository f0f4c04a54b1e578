select 8192 as ids
