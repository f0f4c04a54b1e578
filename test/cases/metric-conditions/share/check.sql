-- rows
-- Without test orders, where NULL is not known to be no test: north 1 of 2, south 0 of 1, others 1 of 2.
select * from (values ('north', 2 / 3.0, 1 / 2.0), ('south', 0.0, 0.0), (null, 2 / 3.0, 1 / 2.0))
  as hand(customers__region, paid_share, real_paid_share)

-- totals
select 0.5 as paid_share, 2 / 5.0 as real_paid_share

-- notices
select 'JOIN.ORPHANS' as code, 1 as rows
