create table readings (id integer, sensor varchar, value double);
insert into readings values
  (1, 'a', 1.5), (2, 'a', 'NaN'), (4, 'a', 'Infinity'), (8, 'a', '-Infinity'), (16, 'a', null), (32, 'a', 2.5),
  (64, 'b', 'NaN'), (128, 'b', 'Infinity'),
  (256, 'c', 0.0), (512, 'c', -0.0), (1024, 'c', 0.1), (2048, 'c', 0.2),
  (4096, 'd', 0.25), (8192, 'd', -0.25), (16384, 'd', 1e300), (32768, 'd', 5e-324);
