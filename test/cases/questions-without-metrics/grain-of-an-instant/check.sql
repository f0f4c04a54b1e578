select * from (values (date '2024-02-01'), (null)) as hand(orders__ordered_at)
