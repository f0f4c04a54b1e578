create table orders (order_id integer, customer_id integer, placed timestamptz, amount decimal(10,2), status varchar);
insert into orders values
  (1, 1, '2024-01-05 10:00:00+00', 10.00, 'ok'), (2, 1, '2024-02-05 10:00:00+00', 5.50, 'ok'), (3, 2, '2024-02-06 10:00:00+00', 7.25, 'ok'),
  (4, 2, '2024-02-07 10:00:00+00', 100.00, 'void'), (5, 3, '2024-03-01 10:00:00+00', 1.00, 'ok'), (6, null, '2024-03-02 10:00:00+00', 2.00, 'ok');

create table people (id integer, town varchar);
insert into people values (1, 'ay'), (2, 'bee');
