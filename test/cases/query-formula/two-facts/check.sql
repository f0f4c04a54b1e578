select 30 as amount, 4 as returned
