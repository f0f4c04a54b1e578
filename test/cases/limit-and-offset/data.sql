create table sales (shop varchar, amount integer);
insert into sales values ('a', 1), ('b', 5), ('c', 5), ('d', 9), (null, 7), ('e', null);
create table sales_returns (shop varchar, amount integer);
