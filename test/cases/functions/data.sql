create table samples (id integer, a integer, b integer, c bigint, price decimal(10, 3), factor double, text varchar, other varchar, flag boolean,
  day date, wall timestamp, moment timestamptz);
insert into samples values
  (1, 15, 0,   1, 2.500,   2.5,  'R',  'été',    true,  '2024-01-31', '2024-01-31 23:59:59', '2024-01-31 23:59:59+00'),
  (2, 1,  3,   2, -2.500,  -2.5, 'G',  ' Ab ',   false, '2024-02-29', '2024-02-29 12:30:00', '2024-02-29 12:30:00+00'),
  (4, -4, -4,  3, 0.049,   3.5,  'XY', '100%',   null,  '2023-12-31', '2023-12-31 00:00:00', '2024-03-30 12:00:00.5+00'),
  (8, null, 7, 4, null,    null, null, null,     null,  null,         null,                  null),
  (16, 10, null, 5, 10.000, -0.5, '',  'test',   true,  '2024-12-30', '2024-12-30 01:00:00', '2024-07-01 12:00:00+00');
