-- rows
select * from (values ('Asia', 400, 8), ('Europe', 300, 1 + 2 + 4 + 32), (null, 2400, 16 + 64))
  as hand(origin__countries__continent, container_weight, tons)

-- notices
select * from (values ('JOIN.ORPHANS', 1), ('JOIN.ORPHANS', 1)) as hand(code, rows)
