select * from (values ('even', 20, 9.99), ('none', null, null), ('odd', 5, 7.00), ('one', 42, 4.20))
  as hand(trips__line, lower_median, p90_that_occurs)
