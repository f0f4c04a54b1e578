select *, samples__id as ids from (values
  (1, 15, 2.5, 2, 3), (2, 1, 2.5, -3, -2), (4, 4, 0.049, 0, 1), (8, null, null, null, null), (16, 10, 10, 10, 10)) as hand(samples__id, samples__absolute, samples__absolute_price, samples__down, samples__up)
