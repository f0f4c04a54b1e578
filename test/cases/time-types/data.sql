create table shops (shop_id integer, name varchar);
insert into shops values (1, 'Bath'), (2, 'York');

create table sales (shop_id integer, sold_at timestamptz, amount integer);
insert into sales values
  (1, '2024-06-30 22:30:00+00', 1), (1, '2024-06-30 23:30:00+00', 2), -- 1 July in London
  (2, '2024-07-31 23:00:00+00', 4), (2, null, 8);

create table targets (shop_id integer, day date, amount integer);
insert into targets values (1, '2024-06-30', 10), (1, '2024-07-01', 20), (2, '2024-07-31', 40), (2, null, 80);

create table footfall (shop_id integer, counted_at timestamp, people integer);
insert into footfall values (1, '2024-06-30 23:30:00', 100), (1, '2024-07-01 00:30:00', 200), (2, '2024-08-01 00:00:00', 400), (2, null, 800);
