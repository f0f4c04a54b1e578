select 15.50 as amount, 15.50 as spent
