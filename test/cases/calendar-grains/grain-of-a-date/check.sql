select * from (values
  (date '2023-12-01', date '2023-12-31', 1), (date '2024-01-01', date '2024-01-01', 2), (date '2024-01-01', date '2024-01-07', 4))
  as hand(month, events__day, ids)
