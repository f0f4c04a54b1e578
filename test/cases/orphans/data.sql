create table regions (region_id varchar, name varchar);
insert into regions values ('n', 'North'), ('s', 'South'), ('x', null);

create table customers (customer_id integer, region_id varchar, tier varchar);
insert into customers values
  (1, 'n',  'gold'),
  (2, 's',  'gold'),
  (3, 'x',  null),    -- a region without a name, and no tier
  (4, 'q',  'iron'),  -- a region that does not exist
  (5, null, 'iron');  -- no region

create table orders (order_id integer, customer_id integer, amount decimal(12, 2));
insert into orders values
  (10, 1, 1.00), (11, 2, 2.00), (12, 3, 4.00), (13, 4, 8.00), (14, 5, 16.00),
  (15, 77, 32.00), (16, 78, 64.00),  -- customers that do not exist
  (17, null, 128.00);                -- no customer

create table order_returns (customer_id integer, amount decimal(12, 2));
insert into order_returns values (1, 0.50), (99, 3.00), (null, 5.00);
