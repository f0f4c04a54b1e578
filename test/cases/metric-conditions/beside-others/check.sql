-- rows
select * from (values ('north', 3, 2, 2, 5), ('south', 2, 0, 0, null), (null, 3, 2, 2, 160))
  as hand(customers__region, order_count, paid_count, paid_count_by_filter, paid_amount)

-- totals
select 8 as order_count, 4 as paid_count, 4 as paid_count_by_filter, 165 as paid_amount

-- notices
select 'JOIN.ORPHANS' as code, 1 as rows
