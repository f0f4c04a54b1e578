create table customers (customer_id integer, region varchar);
insert into customers values (1, 'north'), (2, 'south'), (3, null);

create table orders (customer_id integer, status varchar, is_test boolean, amount integer);
insert into orders values
  (1, 'paid', false, 1), (1, 'open', false, 2), (1, 'paid', true, 4),
  (2, 'open', false, 8), (2, 'open', null, 16),
  (3, 'paid', null, 32), (3, null, false, 64),
  (9, 'paid', false, 128);
