-- large: 9999999999999999.99 * (1.000001 + 0.000001), and so on, worked out on paper.
select kind as money__kind, converted::decimal(38, 8) as converted, finest::decimal(38, 16) as finest, times_pieces::decimal(38, 2) as times_pieces
from (values
  ('large', '10000019999999999.98999998', '1000099999999.9999989999000000', '99999999999999999.90'),
  ('near', '180143985094819.85', '180143985094819.85', '180143985094819.85'),
  ('small', '0.025', '0.0125', '0.80')) as hand(kind, converted, finest, times_pieces)
