create table shops (shop varchar, town varchar);
insert into shops values ('a', 'ay'), ('b', 'bee'), ('c', 'sea'), ('d', 'dee'), ('e', 'ee');

create table sales (shop varchar, day date, amount integer, weight integer, price decimal(10,2));
insert into sales values
  ('a', '2024-01-01', 10, 1, 1.00), ('a', '2024-02-01', 20, null, 1.01),
  ('b', '2024-01-01', 5, null, 2.00), ('b', '2024-02-01', 1, null, 2.00),
  ('c', '2024-02-02', null, 7, null),  -- no amount
  ('d', '2024-03-01', 30, 2, 0.10),
  (null, '2024-03-01', 40, 3, 5.00);

create table returns (shop varchar, pieces integer);
insert into returns values ('a', 3), ('e', 9), ('c', 1), ('d', null);

create table plans (goal integer);
insert into plans values (7);
