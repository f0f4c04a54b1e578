select 1920 as ids
