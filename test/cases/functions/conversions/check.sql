select *, samples__id as ids from (values
  (1, '15', '2.500', '2024-01-31', 15.00, 3), (2, '1', '-2.500', '2024-02-29', 1.00, -3), (4, '-4', '0.049', '2023-12-31', -4.00, 0), (8, null, null, null, null, null), (16, '10', '10.000', '2024-12-30', 10.00, 10)) as hand(samples__id, samples__as_text, samples__price_as_text, samples__day_as_text, samples__as_decimal, samples__as_integer)
