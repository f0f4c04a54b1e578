create table items (id integer, color varchar, size integer, price decimal(8, 2), weight double, sold boolean, made_on date,
  seen_at timestamptz, heard_at timestamp);
insert into items values
  (1,  'red',  1,    1.50, 0.1,  true,  '2024-01-31', '2024-01-31 00:00:00+00', '2024-01-31 00:00:00'),
  (2,  'blue', 2,    2.00, 0.2,  false, '2024-02-01', '2024-01-31 23:59:59.999999+00', '2024-01-31 23:59:59'),
  (4,  'Red',  3,    2.01, 0.3,  null,  '2024-02-29', '2024-02-01 00:00:00+00', '2024-02-01 00:00:00'),
  (8,  null,   null, null, null, true,  null,         null,                     null),
  (16, '',     -1,  -0.01, -1.5, false, '2023-12-31', '2024-06-30 23:30:00+00', '2024-07-01 00:30:00'),
  (32, 'redd', 0,    0.00, 0.0,  null,  '2024-03-01', '2024-07-01 12:00:00+00', '2024-07-01 13:00:00');
