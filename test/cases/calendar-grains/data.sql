create table events (id integer, happened timestamptz, wall timestamp, new_york timestamp, day date);
insert into events values
  (1,   '2023-12-31 23:59:59+00', '2023-12-31 23:59:59', null, '2023-12-31'), -- a Sunday
  (2,   '2024-01-01 00:00:00+00', '2024-01-01 00:00:00', null, '2024-01-01'), -- a Monday
  (4,   '2024-01-07 12:00:00+00', '2024-01-07 12:00:00', null, '2024-01-07'), -- a Sunday
  (8,   '2024-02-29 08:00:00+00', '2024-02-29 08:00:00', null, '2024-02-29'), -- a Thursday
  (16,  '2024-06-30 22:59:59+00', '2024-06-30 23:59:59', null, '2024-06-30'), -- a Sunday
  (32,  '2024-06-30 23:00:00+00', '2024-07-01 00:00:00', null, '2024-07-01'), -- a Monday in London, still Sunday in UTC
  (64,  '2099-05-04 00:00:00+00', '2099-05-04 01:00:00', null, '2099-05-04'), -- in the future
  (128, null, null, null, null);
