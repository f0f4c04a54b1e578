select *, samples__id as ids from (values
  (1, 'R-été', 'ete'), (2, 'G- Ab ', ' Ab '), (4, 'XY-100%', '100%'), (8, null, null), (16, '-test', 'test')) as hand(samples__id, samples__joined, samples__replaced)
