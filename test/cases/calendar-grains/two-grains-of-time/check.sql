-- rows
select * from (values
  ('2024-01-01', '2024-01-01', 14), ('2024-01-01', '2024-04-01', 16), ('2024-01-01', '2024-07-01', 32), ('2099-01-01', '2099-04-01', 64))
  as hand(time__year, time__quarter, ids)

-- notices
select 'PERIOD.ROWS_WITHOUT_TIME' as code, 1 as rows
