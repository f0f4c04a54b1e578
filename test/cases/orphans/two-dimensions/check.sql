-- rows
select * from (values
  ('gold', 'North', 1.00), ('gold', 'South', 2.00), ('iron', null, 24.00), (null, null, 228.00))
  as hand(customers__tier, regions__name, revenue)

-- notices
select * from (values ('JOIN.ORPHANS', 2), ('JOIN.ORPHANS', 3)) as hand(code, rows)
