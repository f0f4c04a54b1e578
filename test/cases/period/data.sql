-- Ids are powers of two, so that a sum says which rows there were.
create table instants (id integer, moment timestamptz);
insert into instants values
  (1,  '2024-06-30 22:59:59.999999+00'), -- the last microsecond of 30 June in London
  (2,  '2024-06-30 23:00:00+00'),        -- the first instant of 1 July
  (4,  '2024-07-31 22:59:59.999999+00'),
  (8,  '2024-07-31 23:00:00+00'),        -- the first instant of 1 August
  (16, '2099-01-01 00:00:00+00'),
  (32, null), (64, null);

create table days (id integer, happened_on date);
insert into days values (1, '2024-06-30'), (2, '2024-07-01'), (4, '2024-07-31'), (8, '2024-08-01'), (16, '2099-01-01'), (32, null), (64, null);
