create table trips (line varchar, minutes integer, price decimal(6, 2), late double);
insert into trips values
  ('even', 10, 1.00, 0.5), ('even', 20, 2.50, 1.5), ('even', 40, 4.00, null), ('even', 80, 9.99, 'NaN'),
  ('odd', 5, 3.00, -1.0), ('odd', 5, 3.00, 0.0), ('odd', 6, 7.00, 2.0),
  ('one', 42, 4.20, 4.2),
  ('none', null, null, null);
