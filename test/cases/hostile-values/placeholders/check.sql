select 2 + 4 + 8 + 16 + 1048576 + 32768 as ids
