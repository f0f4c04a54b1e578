select * from (values (false, 65535 - 222), (true, 222)) as hand(readings__is_missing, ids)
