select * from (values (1, 131), (2, 4), (4, 376), (null, 512)) as hand(events__wall__quarter_of_year, wall_ids)
