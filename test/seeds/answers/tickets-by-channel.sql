-- Waits and answers; spam and merged tickets are nobody's wait, a satisfaction of 0 is no answer.
with real as (select *, lower(trim(channel)) as way from shop.tickets)
select
  way                                                                                         as tickets__channel,
  count(*) filter (status in ('open', 'solved'))                                              as opened_tickets,
  count(*) filter (status = 'open')                                                           as open_tickets,
  percentile_cont(0.5) within group (order by response_minutes::double) filter (status in ('open', 'solved')) as first_response_minutes,
  (count(*) filter (status in ('open', 'solved') and response_minutes < 61))::double
    / nullif(count(*) filter (status in ('open', 'solved')), 0)                               as answered_within_an_hour_rate,
  avg(case when satisfaction > 0 then satisfaction end)                                       as satisfaction
from real
group by 1
order by 1
