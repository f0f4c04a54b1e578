create table visits (id integer, shop varchar, visitor integer, name varchar, spent decimal(6,2), day date, seen timestamptz, member boolean);
insert into visits values
  (1, 'a', 1, 'Ann', 1.50, '2024-01-01', '2024-10-27 00:30:00+00', true),
  (2, 'a', 1, 'ann', 1.50, '2024-01-02', '2024-10-27 01:30:00+00', true),
  (3, 'a', 2, 'Ann ', 1.05, '2024-02-01', '2024-10-27 01:30:00+00', false),
  (4, 'b', 2, '', null, '2024-02-01', null, null),
  (5, 'b', null, null, 0.00, null, '2024-03-01 00:00:00+00', null),
  (6, 'c', null, null, null, null, null, null),
  (7, null, 3, 'Ann', -1.50, '2024-01-01', '2024-10-27 01:30:00+00', true);

create table returns (shop varchar, id integer);
insert into returns values ('a', 1), ('d', 2), ('d', 3);

create table shops (shop varchar);
insert into shops values ('a'), ('b'), ('c'), ('d');

-- Enough for registers to meet, and enough for the other formula.
create table clicks (day date, person integer);
insert into clicks select date '2024-01-01', i % 3000 from range(4000) as r(i);
insert into clicks select date '2024-02-01', i from range(30000) as r(i);
