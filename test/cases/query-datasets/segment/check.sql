select 22.75 as amount, 122.75 as spent
