select * from (values (date '2024-01-01'), (date '2024-02-01'), (date '2024-03-01'), (null)) as hand(customers__joined_on)
