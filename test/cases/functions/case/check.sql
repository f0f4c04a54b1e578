select *, samples__id as ids from (values
  (1, 'large', 'red', 15), (2, 'small', 'green', -2.5), (4, null, 'xy', 0), (8, 'none', null, null), (16, 'small', '', 0)) as hand(samples__id, samples__size, samples__color, samples__mixed_numbers)
