create table customers (customer_id bigint, region varchar);
insert into customers values (1, 'north'), (2, 'south'), (3, null);
create table orders (order_id bigint, customer_id bigint, ordered_at timestamptz, channel varchar, status varchar, amount decimal(12,2));
insert into orders values
  (1, 1, '2024-01-31 23:30:00Z', 'web', 'paid', 60.00),
  (2, 1, '2024-03-31 00:59:00Z', 'app', 'open', 10.50),
  (3, 2, '2024-03-31 23:30:00Z', 'web', 'paid', 20.00),
  (4, 3, '2024-04-02 10:00:00Z', null, 'open', 7.25),
  (5, 9, '2024-05-05 10:00:00Z', 'web', 'paid', 99.99),
  (6, null, null, 'shop', null, null);
