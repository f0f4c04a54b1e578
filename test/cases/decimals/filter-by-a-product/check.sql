select 0.10 as amount
