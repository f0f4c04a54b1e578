select * from (values
  ('2024-03-31T02:00:00+01:00', timestamp '2024-03-31 02:00:00', 8),
  ('2024-10-27T01:30:00+00:00', timestamp '2024-10-27 01:30:00', 512)) as hand(events__happened, events__wall, ids)
