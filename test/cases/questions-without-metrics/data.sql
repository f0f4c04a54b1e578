create table countries (code varchar, name varchar);
insert into countries values ('gb', 'Britain'), ('fr', 'France'), ('xx', null), ('pl', 'Poland');

create table customers (customer_id integer, country varchar, region varchar, joined_on date);
insert into customers values
  (1, 'gb', 'north', '2024-01-31'), (2, 'gb', 'north', '2024-02-01'), (3, 'fr', 'south', '2024-02-29'),
  (4, 'xx', 'south', null), (5, null, null, '2024-03-01'),
  (6, 'zz', 'south', '2024-02-10'); -- a country that does not exist

create table orders (order_id integer, customer_id integer, billed_to integer, product_id integer, ordered_at timestamptz, channel varchar);
insert into orders values
  (10, 1, 3, 1, '2024-01-31 23:30:00+00', 'web'), (11, 1, 1, 2, '2024-02-10 10:00:00+00', 'web'),
  (12, 3, 1, 1, '2024-02-11 10:00:00+00', 'app'), (13, 9, null, 1, '2024-02-12 10:00:00+00', 'app'), (14, 3, 3, 1, null, 'web');

create table visits (customer_id integer, product_id integer);
insert into visits values (2, 2);

create table products (product_id integer, title varchar);
insert into products values (1, 'pen'), (2, 'ink');
