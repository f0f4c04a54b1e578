-- rows
select * from (values ('Allee', '100 %', 1, 1), ('Gasse', '$1', 2, 1), (null, null, 4, 0))
  as hand(odd_places__street, odd_places__percent, question_marks, keys)

-- notices
select * from (values ('JOIN.ORPHANS', 1), ('JOIN.ORPHANS', 1)) as hand(code, rows)
