select * from (values ('Bath', '2024-01-01', 10), ('Bath', '2024-02-01', 20), ('York', '2024-02-01', 40), (null, '2024-02-01', 80))
  as hand(city, month, amount)
