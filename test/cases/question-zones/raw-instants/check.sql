select * from (values ('2024-11-03T01:30:00-04:00', 256), ('2024-11-03T01:30:00-05:00', 512)) as hand(events__happened, ids)
