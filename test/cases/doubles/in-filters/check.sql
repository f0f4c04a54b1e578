select 2 + 4 + 8 + 16 + 64 + 128 as ids
