select 70 as amount, 700 as returned
