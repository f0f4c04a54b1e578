select * from (values
  ('a', 4.0, 2.0, 1.5, 2.5, 2, 2.0, 2),
  ('b', null, null, null, null, 0, null, 0),
  ('c', 0.1::double + 0.2, 0.075, 0.0, 0.2, 4, 0.05, 2),
  ('d', 1e300, 2.5e299, -0.25, 1e300, 4, 0.125, 3)) as hand(readings__sensor, sum_value, average, lowest, highest, present, middle, above_zero)
