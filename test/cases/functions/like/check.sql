select *, samples__id as ids from (values
  (1, true, false, false, false), (2, false, true, false, true), (4, false, true, true, true), (8, null, null, null, null), (16, true, true, false, false)) as hand(samples__id, samples__like_percent, samples__like_exact_length, samples__like_escaped, samples__not_like)
