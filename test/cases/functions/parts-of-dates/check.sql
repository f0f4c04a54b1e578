select *, samples__id as ids from (values
  (1, 2024, 5, 3, 31), (2, 2024, 9, 4, 60), (4, 2023, 52, 7, 365), (8, null, null, null, null), (16, 2024, 1, 1, 365)) as hand(samples__id, samples__year, samples__iso_week, samples__weekday, samples__day_of_year)
