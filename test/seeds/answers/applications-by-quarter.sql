-- Begun, ended and completed, each on its own day; whoever is still typing is no failure.
with quarters as (
  select unnest(['2024-07-01', '2024-10-01', '2025-01-01', '2025-04-01']) as quarter
),
real as (
  select
    *,
    strftime(date_trunc('quarter', timezone('Europe/London', started_at)), '%Y-%m-%d') as begun,
    strftime(date_trunc('quarter', timezone('Europe/London', submitted_at)), '%Y-%m-%d') as ended
  from shop.applications
  where not is_test
)
select
  quarter                                                                          as time,
  (select count(*) from real where begun = quarter)                                as started_applications,
  (select count(*) from real where ended = quarter)                                as submitted_applications,
  (select count(*) filter (where submitted_at is not null)::double / nullif(count(*), 0)
    from real where begun = quarter and status in ('abandoned', 'submitted', 'approved', 'declined', 'withdrawn')) as completion_rate
from quarters
order by 1
