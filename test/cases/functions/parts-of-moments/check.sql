select *, samples__id as ids from (values
  (1, 1, 1, 31, 23, 59, 59, 23), (2, 1, 2, 29, 12, 30, 0, 12), (4, 1, 3, 30, 12, 0, 0, 0), (8, null, null, null, null, null, null, null), (16, 3, 7, 1, 13, 0, 0, 1)) as hand(samples__id, samples__quarter, samples__month, samples__day_of_month, samples__hour, samples__minute, samples__seconds, samples__wall_hour)
