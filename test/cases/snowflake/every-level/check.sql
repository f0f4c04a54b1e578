-- rows
select * from (values
  ('Garden', null, 0, 4000, 1), ('Home', 15, 2, 3000, 1), (null, 240, 2, 8000, 0))
  as hand(divisions__name, units, brands, budget, division_count)

-- notices
select * from (values ('JOIN.ORPHANS', 2), ('JOIN.ORPHANS', 1), ('JOIN.ORPHANS', 1)) as hand(code, rows)
