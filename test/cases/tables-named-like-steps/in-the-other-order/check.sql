select 700 as returned, 70 as amount, 7 as ordered
