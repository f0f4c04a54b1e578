select 4 + 256 + 512 as ids
