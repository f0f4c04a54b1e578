select 512 as ids
