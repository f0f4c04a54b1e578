-- Opened by the day of opening, decided by the day of decision; who withdraws was not decided. Reviews against what was submitted.
with quarters as (
  select unnest(['2024-07-01', '2024-10-01', '2025-01-01', '2025-04-01']) as quarter
),
opened as (select strftime(date_trunc('quarter', timezone('Europe/London', opened_at)), '%Y-%m-%d') as quarter from shop.reviews),
decided as (
  select strftime(date_trunc('quarter', timezone('Europe/London', decided_at)), '%Y-%m-%d') as quarter, status
  from shop.reviews
  where decided_at is not null and status <> 'withdrawn'
),
submitted as (
  select strftime(date_trunc('quarter', timezone('Europe/London', submitted_at)), '%Y-%m-%d') as quarter
  from shop.applications
  where not is_test
)
select
  quarter                                                                          as time,
  (select count(*) from opened o where o.quarter = quarters.quarter)               as opened_reviews,
  (select count(*) from decided d where d.quarter = quarters.quarter)              as decided_reviews,
  (select avg(case when status = 'approved' then 1.0 else 0.0 end) from decided d where d.quarter = quarters.quarter) as approval_rate,
  (select count(*) from opened o where o.quarter = quarters.quarter)::double
    / (select nullif(count(*), 0) from submitted s where s.quarter = quarters.quarter) as review_rate
from quarters
order by 1
