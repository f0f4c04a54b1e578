select *, samples__id as ids from (values
  (1, 15, 'R'), (2, 1, 'G'), (4, -4, 'XY'), (8, 7, 'nothing'), (16, 10, '')) as hand(samples__id, samples__first_of_three, samples__first_text)
