select 128 + 256 as ids
