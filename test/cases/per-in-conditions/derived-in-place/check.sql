select 4 as amount
