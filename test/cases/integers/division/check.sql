select * from (values (-3.5, 2), (1.0, 1), (3.5, 2), (null, 2)) as hand(numbers__quotient, row_count)
