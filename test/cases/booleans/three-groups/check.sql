-- rows
select * from (values
  (false, 56, false, false, 1, 3), (true, 7, true, true, 1, 3), (null, 448, null, null, 0, 0))
  as hand(flags__a, ids, lowest, highest, kinds, known)

-- totals
select 511 as ids, false as lowest, true as highest, 2 as kinds, 6 as known
