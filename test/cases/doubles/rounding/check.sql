select * from (values (0.0, 768), (0.1, 1024), (0.2, 2048), (1.5, 1), (2.5, 32), (null, 30)) as hand(readings__rounded, ids)
