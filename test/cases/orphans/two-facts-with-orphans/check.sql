-- rows
select * from (values
  ('gold', 3.00, 0.50), ('iron', 24.00, 0), (null, 228.00, 8.00)) as hand(customers__tier, revenue, returned)

-- totals
select 255.00 as revenue, 8.50 as returned

-- notices
select * from (values ('JOIN.ORPHANS', 2), ('JOIN.ORPHANS', 1)) as hand(code, rows)
