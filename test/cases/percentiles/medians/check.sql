-- rows
select * from (values
  ('even', 30.0, 3.25, 1.0), ('none', null, null, null), ('odd', 5.0, 3.0, 0.0), ('one', 42.0, 4.2, 4.2))
  as hand(trips__line, median_minutes, median_price, median_late)

-- totals
-- minutes 5 5 6 10 20 40 42 80; prices 1.00 2.50 3.00 3.00 4.00 4.20 7.00 9.99; late -1 0 0.5 1.5 2 4.2
select 15.0 as median_minutes, 3.5 as median_price, 1.0 as median_late
