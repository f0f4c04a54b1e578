-- rows
select * from (values
  ('lamp', 7, 10.00, 3.5, 5, 'ann', 2),
  ('rug', null, 0, 1, -5, 'nobody', 1),
  ('sofa', 1, 0, 1, -5, 'nobody', null),
  (null, 2, 0, 1, -5, 'nobody', null))
  as hand(products__kind, units, cost_or_zero, severity_or_one, worst, last_person, complaint_count_or_null)

-- totals
select 10 as units, 10.00 as cost_or_zero, 3.5 as severity_or_one, 5 as worst, 'ann' as last_person, 3 as complaint_count_or_null
