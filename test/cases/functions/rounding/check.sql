select *, samples__id as ids from (values
  (1, 3, 2.5, 20), (2, -3, -2.5, 0), (4, 0, 0.0, 0), (8, null, null, null), (16, 10, 10, 10)) as hand(samples__id, samples__rounded, samples__rounded_to_one, samples__rounded_to_tens)
