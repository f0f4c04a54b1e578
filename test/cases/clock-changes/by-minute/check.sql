select * from (values ('2024-10-27T01:30:00+01:00', 256), ('2024-10-27T01:30:00+00:00', 512)) as hand(time, ids)
