create table divisions (division_id integer, name varchar);
insert into divisions values (1, 'Home'), (2, 'Garden');

create table departments (department_id integer, division_id integer, name varchar, budget integer);
insert into departments values (10, 1, 'Light', 1000), (11, 1, 'Beds', 2000), (12, 2, 'Tools', 4000), (13, 9, 'Lost', 8000);

create table products (product_id integer, department_id integer, brand varchar);
insert into products values (100, 10, 'A'), (101, 10, 'B'), (102, 11, 'A'), (103, 13, 'C'), (104, null, 'D');

create table sales (product_id integer, units integer);
insert into sales values (100, 1), (100, 2), (101, 4), (102, 8), (103, 16), (104, 32), (555, 64), (null, 128);
