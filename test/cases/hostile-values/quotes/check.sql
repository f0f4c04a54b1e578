select 1 + 1024 + 2048 as ids
