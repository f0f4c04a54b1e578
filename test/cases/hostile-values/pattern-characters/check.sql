select 4096 + 8192 + 128 + 256 as ids
