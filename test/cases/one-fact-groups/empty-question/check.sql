-- rows
select null as units, 0 as complaint_count, null as cost, 0 as cost_or_zero, 1 as severity_or_one,
  null as complaint_count_or_null, null as units_and_cost_or_zero

-- totals
select null as units, 0 as complaint_count, null as cost, 0 as cost_or_zero, 1 as severity_or_one,
  null as complaint_count_or_null, null as units_and_cost_or_zero
