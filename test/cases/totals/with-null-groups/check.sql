-- rows
select * from (values
  ('north', 30, 1, 15.0, 15.0, 30.0),
  ('south', 60, 1, 60.0, 60.0, 60.0),
  (null, 6100, 2, 6100 / 3.0, 1000.0, 3050.0)) as hand(customers__region, revenue, buyers, average, middle, per_buyer)

-- totals
select 6190 as revenue, 4 as buyers, 6190 / 6.0 as average, 80.0 as middle, 6190 / 4.0 as per_buyer

-- notices
select 'JOIN.ORPHANS' as code, 1 as rows
