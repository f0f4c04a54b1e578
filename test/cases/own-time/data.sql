create table customers (customer_id integer, joined_on date, region varchar);
insert into customers values (1, '2024-01-15', 'north'), (2, '2024-02-01', 'south'), (3, null, 'south'), (4, '2024-02-29', null);

create table orders (order_id integer, customer_id integer, ordered_at timestamptz, delivered_at timestamptz, amount integer);
insert into orders values
  (10, 1, '2024-01-31 23:30:00+00', '2024-02-02 10:00:00+00', 1),
  (11, 1, '2024-02-10 10:00:00+00', null, 2),
  (12, 2, '2024-02-11 10:00:00+00', '2024-02-11 12:00:00+00', 4),
  (13, 3, '2024-02-12 10:00:00+00', '2024-03-01 00:00:00+00', 8),
  (14, 9, '2024-03-31 23:30:00+00', '2024-04-01 10:00:00+00', 16), -- 1 April in London
  (15, null, null, '2024-04-01 10:00:00+00', 32);
