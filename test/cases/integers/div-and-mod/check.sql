select * from (values
  ('+/+', 3, 1, 1, 1), ('+/-', -3, 1, 1, 1), ('-/+', -3, -1, -1, 1), ('-/-', 3, -1, -1, 1),
  ('/0', null, null, null, 1), ('/null', null, null, null, 1), ('max', 1, 0, 0, 1))
  as hand(numbers__kind, numbers__whole_quotient, numbers__rest, numbers__rest_by_sign, row_count) order by 1
