-- rows
select * from (values
  ('2024-10-27T00:00:00+01:00', 128), ('2024-10-27T01:00:00+01:00', 256), ('2024-10-27T01:00:00+00:00', 512),
  ('2024-10-27T02:00:00+00:00', 1024), ('2024-10-27T23:00:00+00:00', 2048)) as hand(time, new_york_ids)

-- notices
-- The clocks of New York change on another day, but a column that does not know them cannot say so.
select 'TIME.WALL_CLOCK' as code, null as rows
