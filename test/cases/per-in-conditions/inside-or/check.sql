select 16 + 2 + 4 as amount
