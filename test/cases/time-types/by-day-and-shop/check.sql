-- rows
select * from (values
  ('2024-07-01', 'Bath', 2, 20, 200), ('2024-07-31', 'York', null, 40, null), ('2024-08-01', 'York', 4, null, 400))
  as hand(time, shops__name, sold, target, people)

-- notices
select * from (values ('PERIOD.ROWS_WITHOUT_TIME', 1), ('PERIOD.ROWS_WITHOUT_TIME', 1), ('PERIOD.ROWS_WITHOUT_TIME', 1)) as hand(code, rows)
