create table regions (region varchar, manager varchar);
insert into regions values ('eu', 'Eve'), ('am', 'Amy');

create table countries (code varchar, name varchar, region varchar);
insert into countries values ('gb', 'Britain', 'eu'), ('fr', 'France', 'eu'), ('us', 'States', 'am'), ('xx', 'Nowhere', null);

create table customers (customer_id integer, country varchar);
insert into customers values (1, 'gb'), (2, 'fr'), (3, 'zz'), (4, null), (5, 'xx');

create table warehouses (warehouse_id integer, country varchar);
insert into warehouses values (1, 'us'), (2, 'gb');

-- Amounts are powers of two, so that a sum says which rows there were.
create table orders (customer_id integer, payer_id integer, warehouse_id integer, amount integer);
insert into orders values
  (1, 2, 1, 1), (2, 2, 1, 2), (3, 1, 2, 4), (4, null, 2, 8), (9, 3, 2, 16), (null, 1, 1, 32), (5, 5, 9, 64);

create table parcels (customer_id integer, warehouse_id integer, weight integer);
insert into parcels values (1, 1, 1), (2, 2, 2);
