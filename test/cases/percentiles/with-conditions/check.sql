select * from (values ('even', 40.0, 20.0), ('odd', null, 5.0), ('one', 42.0, 42.0)) as hand(trips__line, median_of_long, median_of_cheap)
