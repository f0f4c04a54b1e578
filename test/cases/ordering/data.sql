create table sales (shop varchar, product varchar, sold_on date, amount integer, ratio double);
insert into sales values
  ('b', 'y', '2024-01-02', 10, 1), ('b', 'x', '2024-01-01', 10, 1), ('a', 'y', '2024-01-03', 20, 1),
  ('a', 'x', '2024-01-02', null, 1), (null, 'x', '2024-01-01', 20, 1), ('c', null, null, 10, 1), ('a', null, '2024-01-01', 5, 1);
create table plans (shop varchar, goal integer);
