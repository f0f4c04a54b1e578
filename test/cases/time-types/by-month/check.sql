-- rows
select * from (values
  ('2024-06-01', 1, 10, 100, 0.1), ('2024-07-01', 2, 60, 200, 2 / 60.0), ('2024-08-01', 4, null, 400, null), (null, 8, 80, 800, 0.1))
  as hand(time, sold, target, people, reached)

-- totals
select 15 as sold, 150 as target, 1500 as people, 0.1 as reached
