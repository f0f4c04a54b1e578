select *, samples__id as ids from (values
  (1, true, false, true), (2, true, false, true), (4, false, true, false), (8, true, false, null), (16, true, false, true)) as hand(samples__id, samples__differs, samples__same, samples__compared)
