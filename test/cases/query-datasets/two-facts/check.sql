select 25.75 / 123.75 as part_of_spent
