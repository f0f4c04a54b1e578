select 0.05 as amount
