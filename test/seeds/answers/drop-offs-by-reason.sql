-- Why and where; a reason of '', 'null' or nothing is no reason, and odd case is the same reason.
select
  case when lower(trim(reason)) in ('', 'null') then null else lower(trim(reason)) end as application_steps__reason,
  step_number::varchar || ' ' || step                                                  as application_steps__step,
  count(distinct application_id)                                                       as drop_offs
from shop.application_steps join shop.applications using (application_id)
where outcome = 'dropped' and not is_test
group by 1, 2
order by 3 desc, 1 nulls last, 2
limit 8
