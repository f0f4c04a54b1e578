select *, samples__id as ids from (values
  (1, false, true), (2, true, false), (4, false, false), (8, null, null), (16, false, false)) as hand(samples__id, samples__starts, samples__holds)
