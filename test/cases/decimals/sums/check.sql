-- rows
select * from (values
  ('large', 19999999999999999.98, 9999999999999999.99, 19999999999999999.98::double / 2),
  ('near', 180143985094819.85, 90071992547409.93, 180143985094819.85::double / 2),
  ('small', 0.05, 0.20, 0.05 / 3.0)) as hand(money__kind, amount, largest, average)

-- totals
select 20180143985094819.88::decimal(38, 2) as amount, 9999999999999999.99 as largest, 20180143985094819.88::double / 7 as average
