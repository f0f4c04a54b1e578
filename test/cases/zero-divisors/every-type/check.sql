select * from (values
  ('cancel', null, null, null, null, null),
  ('fine', 4.00 / 2, 2 / 4.00, 2 / 4.0, null, null),
  ('null', null, null, null, null, null),
  ('zero', null, 0.0, null, null, null)) as hand(facts__kind, by_integer, by_decimal, by_double, rows_by_zero, small_over_sum)
