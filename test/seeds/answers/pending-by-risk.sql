-- What waits at nine o'clock on 1 July 2025, and where a paper has come that nobody has seen.
with pending as (
  select
    review_id,
    case lower(trim(risk)) when '' then null else lower(trim(risk)) end as risk,
    date '2025-07-01' - timezone('Europe/London', opened_at)::date as age,
    exists (
      from shop.information_requests p
      where p.review_id = r.review_id and received_at is not null and (r.viewed_at is null or p.received_at > r.viewed_at)) as has_news
  from shop.reviews r
  where status = 'pending'
)
select
  risk                        as reviews__risk,
  count(*)                    as pending_reviews,
  avg(age)                    as pending_age,
  max(age)                    as oldest_pending_age,
  count(*) filter (has_news)  as new_information_waiting
from pending
group by 1
order by 1 nulls last
