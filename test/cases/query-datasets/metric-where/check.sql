select 7.25 as amount_of_first, 25.75 as amount
