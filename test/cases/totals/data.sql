create table customers (customer_id integer, region varchar);
insert into customers values (1, 'north'), (2, 'south'), (3, null);

create table orders (customer_id integer, amount integer, sold_on date);
insert into orders values
  (1, 10, '2024-01-01'), (1, 20, '2024-02-01'), (2, 60, '2024-01-15'), (3, 100, '2024-03-01'),
  (null, 1000, '2024-01-02'), (8, 5000, null), (1, null, '2024-03-31');
