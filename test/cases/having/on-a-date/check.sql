select * from (values ('a', date '2024-02-01'), ('b', date '2024-02-01')) as hand(sales__shop, last_day)
