-- Customer 9 does not exist: order 15 has no customer, though it is one more row with that number. Order 16 names none.
select 127 as amount, 3 as amount_of_regulars, 28 as amount_of_others, 96 as amount_of_nobody
