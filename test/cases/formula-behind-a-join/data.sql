create table customers (customer_id integer, region varchar, age integer, is_vip boolean);
insert into customers values (1, 'north', 30, true), (2, null, null, null), (3, 'south', 5, false);

create table orders (customer_id integer, note varchar);
insert into orders values (1, 'x'), (1, null), (2, 'x'), (3, null), (44, null), (null, 'x'), (null, null);
