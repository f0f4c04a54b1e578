-- even: position 0.9 * 3 = 2.7 between 40 and 80. odd: 0.9 * 2 = 1.8 between 5 and 6.
select * from (values ('even', 10.0, 40 + 0.7 * 40, 80.0), ('none', null, null, null), ('odd', 5.0, 5.8, 6.0), ('one', 42.0, 42.0, 42.0))
  as hand(trips__line, p0, p90, p100)
