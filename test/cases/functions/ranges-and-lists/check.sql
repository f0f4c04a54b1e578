select *, samples__id as ids from (values
  (1, false, true, true, false, null), (2, true, true, true, false, true), (4, false, false, false, true, null), (8, null, null, null, null, null), (16, true, null, false, true, null)) as hand(samples__id, samples__between_them, samples__not_between, samples__among, samples__not_among, samples__among_or_null)
