select * from (values
  ('lamp', 9, 17.00, 17.00),
  ('rug', null, null, null),
  ('sofa', 1, null, 1),
  (null, 2, null, 2)) as hand(products__kind, units_and_complaints, units_and_cost, units_and_cost_or_zero)
