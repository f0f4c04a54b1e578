select *, samples__id as ids from (values
  (1, null, null), (2, 'G', 3), (4, 'XY', -4), (8, null, 7), (16, '', null)) as hand(samples__id, samples__no_r, samples__no_zero)
