select * from (values
  (false, false, 16), (false, true, 2 + 8), (false, null, 32 + 128),
  (true, true, 1), (null, true, 4 + 64), (null, null, 256)) as hand(flags__together, flags__either, ids)
