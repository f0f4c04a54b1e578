-- Customer 2 spent 107.25, void orders included, customer 1 15.50, customer 3 1.00.
select * from (values (1, 7.25), (2, 15.50), (3, 1.00), (null, 2.00)) as hand(customers__place, amount)
