select * from (values ('-/-', -9007199254740993), ('/0', 9007199254740993)) as hand(numbers__kind, sum_big)
