create table measures (shop varchar, whole integer, price decimal(10,2), weight double, far bigint);
insert into measures values
  ('a', 2, 1.10, 0.5, 1000000000000001), ('a', 4, 1.30, 1.5, 1000000000000002), ('a', 4, 1.20, 'nan', 1000000000000003), ('a', 4, null, 'inf', null),
  ('a', 5, null, null, null), ('a', 5, null, null, null), ('a', 7, null, null, null), ('a', 9, null, null, null),
  ('b', 3, 7.00, 2.5, 5),             -- one row
  ('c', null, null, null, null), ('c', null, null, null, null), -- no value
  ('d', 6, 0.01, null, 9), ('d', 6, 0.01, null, 9),
  (null, 1, 2.00, 1.0, 1), (null, 4, 5.00, 2.0, 2);

create table returns (shop varchar, pieces integer);
insert into returns values ('e', 1), ('a', 2);

create table shops (shop varchar);
insert into shops values ('a'), ('b'), ('c'), ('d'), ('e');
