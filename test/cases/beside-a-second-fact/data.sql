create table stores (store_id integer, city varchar);
insert into stores values (1, 'Bath'), (2, 'Bath'), (3, 'York'), (4, 'Hull');

create table sales (store_id integer, customer varchar, amount decimal(10, 2));
insert into sales values
  (1, 'ada', 10.00), (1, 'ada', 20.00), (1, 'bob', 90.00), (2, 'ada', 0.01), (2, null, null),
  (3, 'cleo', 5.55), (3, null, 6.66), (null, 'dan', 7.00), (null, 'ada', -1.00);

-- Many visits, so that a join of the two would shift every average.
create table visits (store_id integer, minutes integer);
insert into visits values (1, 1), (1, 2), (1, 3), (1, 4), (2, 100), (4, 30), (4, null), (null, 8);
