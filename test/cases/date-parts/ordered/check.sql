select * from (values (null, 512), (4, 376), (1, 131), (2, 4)) as hand(time__quarter_of_year, ids)
