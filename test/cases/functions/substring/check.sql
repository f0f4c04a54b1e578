select *, samples__id as ids from (values
  (1, 'ét', 'é', 'ét'), (2, ' A', 'b ', ' A'), (4, '10', '0%', '10'), (8, null, null, null), (16, 'te', 'st', 'te')) as hand(samples__id, samples__start, samples__rest, samples__before_the_start)
