-- rows
select * from (values
  ('gold', 2, 1.00 + 2.00),
  ('iron', 2, 8.00 + 16.00),
  (null, 4, 4.00 + 32.00 + 64.00 + 128.00)) as hand(customers__tier, order_count, revenue)

-- totals
select 8 as order_count, 255.00 as revenue

-- notices
select 'JOIN.ORPHANS' as code, 2 as rows
