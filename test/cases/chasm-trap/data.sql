create table customers (customer_id integer, name varchar, region varchar);
insert into customers values
  (1, 'Ada',   'north'),
  (2, 'Bob',   'north'),
  (3, 'Cleo',  'south'),
  (4, 'Dan',   'south'); -- neither orders nor tickets

-- Ada has two orders and three tickets: joined to each other they would make six rows.
create table orders (order_id integer, customer_id integer, amount decimal(12, 2));
insert into orders values (10, 1, 100.00), (11, 1, 50.50), (12, 2, 7.25), (13, null, 1.00);

create table tickets (ticket_id integer, customer_id integer, minutes integer);
insert into tickets values (20, 1, 5), (21, 1, 10), (22, 1, 15), (23, 3, 60), (24, 3, null);
