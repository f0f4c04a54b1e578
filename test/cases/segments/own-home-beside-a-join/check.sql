-- The vip without a key is not in a set of keys.
select * from (values ('north', 1), (null, 1)) as hand(customers__region, customer_count)
