-- rows
select * from (values
  ('lamp', 7, 2, 1, 10.00, 3.5),
  ('rug', null, 1, 0, null, null),
  ('sofa', 1, 0, 0, null, null),
  (null, 2, 0, 0, null, null)) as hand(products__kind, units, complaint_count, complainers, cost, severity)

-- totals
select 10 as units, 3 as complaint_count, 1 as complainers, 10.00 as cost, 3.5 as severity
