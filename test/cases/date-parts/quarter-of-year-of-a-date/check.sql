select * from (values (1, 131), (2, 4), (4, 376), (null, 512)) as hand(time__quarter_of_year, day_ids)
