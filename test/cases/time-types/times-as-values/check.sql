select * from (values
  ('Bath', '2024-06-30T23:30:00+01:00', date '2024-06-30', timestamp '2024-07-01 00:30:00'),
  ('York', '2024-08-01T00:00:00+01:00', date '2024-07-31', timestamp '2024-08-01 00:00:00'))
  as hand(shops__name, first_sale, first_target, last_count)
