select *, samples__id as ids from (values
  (1, date '2024-01-31', date '2024-01-31', 15.0), (2, date '2024-02-29', date '2024-02-29', 10.0), (4, date '2024-03-30', date '2023-12-31', 12.549), (8, null, null, null), (16, date '2024-07-01', date '2024-12-30', 22.5)) as hand(samples__id, samples__as_day, samples__wall_as_day, samples__from_text)
