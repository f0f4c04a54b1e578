-- rows
select * from (values
  ('high', 2 + 4 + 8, 6), ('low', 1, 5), (null, 16 + 32 + 64 + 128, 7)) as hand(price_lists__tier, amount, units)

-- notices
-- The pair (fr, 2) of the orders, the pair (UK, 1) of the stock: keys are case-sensitive.
select * from (values ('JOIN.ORPHANS', 1), ('JOIN.ORPHANS', 1)) as hand(code, rows)
