select * from (values (1, 128), (91, 3), (92, 4), (301, 56), (365, 64), (366, 256), (null, 512)) as hand(time__day_of_year, ids)
