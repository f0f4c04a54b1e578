-- rows
select * from (values
  ('north', 15.0 / 10, 15.0, 15.0),
  ('south', null, 22.5, 22.5),
  (null, 3.0 / 1, 3.0, 3.0)) as hand(customers__region, value_per_page, order_value, double_value)

-- totals
select (78 / 5.0) / 11 as value_per_page, 78 / 5.0 as order_value, 78 / 5.0 as double_value

-- notices
select 'JOIN.ORPHANS' as code, 1 as rows
