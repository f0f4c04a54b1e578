select * from (values (false, true, false, 56), (false, null, true, 448), (true, false, false, 7)) as hand(flags__is_a, flags__is_not_a, flags__is_unknown, ids)
