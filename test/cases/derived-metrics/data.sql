create table customers (customer_id integer, region varchar);
insert into customers values (1, 'north'), (2, 'south');

create table orders (customer_id integer, channel varchar, amount integer, is_test boolean);
insert into orders values
  (1, 'web', 10, false), (1, 'shop', 20, false), (1, 'web', 999, true), (1, 'web', 7, null),
  (2, 'shop', 40, false), (2, 'shop', 5, false), (null, 'web', 3, false);

create table visits (customer_id integer, channel varchar, pages integer);
insert into visits values (1, 'web', 4), (1, 'web', 6), (2, 'app', 0), (7, 'app', 1);
