select * from (values ('2024-01-01', 6, 0), ('2024-02-01', 4, 1), ('2024-03-01', null, 2))
  as hand(time, units, complaint_count)
