-- How far applicants come: an application that entered a step twice is one application, and tests are none.
with steps as (
  select step_number::varchar || ' ' || step as step, application_id, outcome
  from shop.application_steps s
  where (select is_test from shop.applications a where a.application_id = s.application_id) = false
),
entered as (select step, application_id from steps group by 1, 2),
dropped as (select step, application_id from steps where outcome = 'dropped' group by 1, 2)
select
  step                                                                                        as application_steps__step,
  count(*)                                                                                    as step_entries,
  (select count(*) from dropped d where d.step = entered.step)                                as drop_offs,
  (select count(*) from dropped d where d.step = entered.step)::double / count(*)             as drop_off_rate
from entered
group by 1
order by 1
