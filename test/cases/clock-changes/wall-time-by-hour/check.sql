-- rows
select * from (values
  ('2024-10-27T00:00:00+01:00', 128), ('2024-10-27T01:00:00+00:00', 256 + 512),
  ('2024-10-27T02:00:00+00:00', 1024), ('2024-10-27T23:00:00+00:00', 2048)) as hand(time, wall_ids)

-- notices
select 'TIME.WALL_CLOCK' as code, null as rows
