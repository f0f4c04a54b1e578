-- rows
select * from (values
  ('2024-01-01', 1, null, 1 + 2),
  ('2024-02-01', 2 + 4 + 8, 1 + 4, 4),
  ('2024-03-01', null, 8, null),
  ('2024-04-01', 16, 16 + 32, null),
  (null, 32, 2, 8 + 16 + 32)) as hand(time, booked, delivered, booked_by_cohort)

-- totals
select 63 as booked, 63 as delivered, 63 as booked_by_cohort
