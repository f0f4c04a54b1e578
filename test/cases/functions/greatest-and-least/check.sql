select *, samples__id as ids from (values
  (1, 15, 2.5, 'été'), (2, 5, -2.5, 'G'), (4, 5, -4, 'XY'), (8, 7, null, null), (16, 10, 10, 'test')) as hand(samples__id, samples__highest, samples__lowest, samples__last_text)
