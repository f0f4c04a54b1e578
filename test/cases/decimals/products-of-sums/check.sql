select kind as money__kind, product::decimal(38, 8) as product_of_sums, tax::decimal(38, 5) as with_tax, pieces::decimal(38, 2) as sum_with_pieces
from (values
  ('large', '20000039999999999.97999996', '23499999999999999.97650', '200000000000000009.80'),
  ('near', '360287970189639.70', '211669182486413.32375', '360287970189641.70'),
  ('small', '0.075', '0.05875', '0.00')) as hand(kind, product, tax, pieces)
