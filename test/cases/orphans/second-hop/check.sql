-- rows
select * from (values
  ('North', 1, 1.00),
  ('South', 1, 2.00),
  (null, 6, 4.00 + 8.00 + 16.00 + 32.00 + 64.00 + 128.00)) as hand(regions__name, order_count, revenue)

-- notices
-- 13 points to a customer whose region does not exist, 15 and 16 to no customer.
select 'JOIN.ORPHANS' as code, 3 as rows
