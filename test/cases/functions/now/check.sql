select *, samples__id as ids from (values
  (1, true, true), (2, true, true), (4, true, true), (8, null, null), (16, false, false)) as hand(samples__id, samples__is_past, samples__is_past_day)
