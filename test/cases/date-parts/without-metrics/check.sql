select * from (values (1), (2), (7), (null)) as hand(events__day__day_of_week)
