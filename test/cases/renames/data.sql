create table shops (shop_id integer, name varchar, city varchar);
insert into shops values (1, 'North Gate', 'Bath'), (2, 'South Gate', 'Bath'), (3, 'Minster', 'York');

create table sales (shop_id integer, sold_on date, amount integer);
insert into sales values (1, '2024-01-31', 10), (2, '2024-02-01', 20), (3, '2024-02-02', 40), (null, '2024-02-03', 80);

create table visits (shop_id integer, people integer);
insert into visits values (1, 1), (2, 2), (3, 4);
