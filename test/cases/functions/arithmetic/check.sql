select *, samples__id as ids from (values
  (1, -2.5, 22.5, 2.0), (2, 2.5, 7.5, -3.0), (4, -0.049, -14.0, 3.0), (8, null, null, null), (16, -10, null, -1.0)) as hand(samples__id, samples__opposite, samples__precedence, samples__down_double)
