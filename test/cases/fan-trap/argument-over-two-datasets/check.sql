-- rows
select * from (values
  ('shop', 4 * 0.25 * 0.855),
  ('web', (1 * 10.00 + 2 * 3.50 + 3 * 1.00) * 1.000 + 99.99 * 1.200),
  (null, null)) as hand(orders__channel, converted_value)

-- notices
select 'JOIN.ORPHANS' as code, 1 as rows
