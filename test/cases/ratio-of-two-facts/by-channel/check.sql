-- rows
select * from (values
  ('post', 9.99 / 3.00, 9.99, 3.00, 6.99),
  ('radio', 0.0, 0, 8.00, -8.00),
  ('search', 120 / 40.0, 120.00, 40.00, 80.00),
  ('social', null, 500.00, null, null),
  (null, null, 70.00, null, null)) as hand(campaigns__channel, roas, revenue, spend, profit)

-- totals
select 699.99 / 51.00 as roas, 699.99 as revenue, 51.00 as spend, 648.99 as profit
