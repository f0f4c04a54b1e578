create table waits (desk varchar, minutes integer, cost decimal(8,2));
insert into waits values
  ('a', 4, 1.10), ('a', 1, 2.20), ('a', 3, 3.30), ('a', 2, 4.40), ('a', null, null),
  ('b', 10, 5.55), ('b', 20, 5.55), ('b', 20, 6.65),
  ('c', 7, 0.01), ('d', null, null), (null, 5, null), (null, 6, null);

create table calls (desk varchar, minutes integer);
insert into calls values ('a', 100), ('e', 9), ('e', 11);

create table desks (desk varchar);
insert into desks values ('a'), ('b'), ('c'), ('d'), ('e');
