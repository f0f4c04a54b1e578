create table events (id integer, happened timestamptz, wall timestamp, new_york timestamp, day date);
insert into events values
  (1, '2024-06-29 12:00:00+00', '2024-06-29 13:00:00', null, '2024-06-29'), -- a Saturday
  (2, '2024-06-30 12:00:00+00', '2024-06-30 13:00:00', null, '2024-06-30'), -- a Sunday
  (4, '2024-07-01 12:00:00+00', '2024-07-01 13:00:00', null, '2024-07-01'), -- a Monday
  (8, '2024-07-06 22:59:59+00', '2024-07-06 23:59:59', null, '2024-07-06'), -- a Saturday
  (16, '2024-07-06 23:00:00+00', '2024-07-07 00:00:00', null, '2024-07-07'); -- a Sunday in London
