create table customers (customer_id integer, region varchar, age integer);
insert into customers values (1, 'north', 20), (2, 'north', 60), (3, 'south', 35), (4, null, 90), (5, 'south', null);

create table orders (order_id integer, customer_id integer, channel varchar, shipping decimal(8, 2), rate decimal(5, 3));
insert into orders values
  (10, 1, 'web',  5.00, 1.000),
  (11, 1, 'web',  null, 1.200),
  (12, 2, 'shop', 0.00, 0.855),
  (13, 3, null,   7.50, null),
  (14, 3, 'shop', 2.50, 2.000); -- without lines

create table order_lines (order_id integer, quantity integer, price decimal(8, 2));
insert into order_lines values
  (10, 1, 10.00), (10, 2, 3.50), (10, 3, 1.00),
  (11, 1, 99.99),
  (12, 4, 0.25), (12, null, 8.00),
  (13, 5, 2.00),
  (99, 1, 1000.00); -- an order that does not exist

create table order_lines_doubled as select * from order_lines union all select * from order_lines;
