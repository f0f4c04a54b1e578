-- rows
select * from (values
  ('2024-06-30T23:00:00+01:00', 1, 100), ('2024-07-01T00:00:00+01:00', 2, 200), ('2024-08-01T00:00:00+01:00', 4, 400))
  as hand(time, sold, people)

-- notices
select * from (values ('PERIOD.ROWS_WITHOUT_TIME', 1), ('PERIOD.ROWS_WITHOUT_TIME', 1), ('TIME.WALL_CLOCK', null)) as hand(code, rows)
