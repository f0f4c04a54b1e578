select * from (values (-0.3, 8192), (0.0, 32768), (0.3, 4096)) as hand(readings__rounded, ids)
