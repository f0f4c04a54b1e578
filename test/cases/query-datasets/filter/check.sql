select 7.25 as amount
