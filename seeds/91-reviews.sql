-- Applications that a person decides, and the papers that were asked for. Dirt: reviews that everybody forgot, reviews that nobody has
-- looked at yet (NULL), risks in odd case and '', papers that never came (NULL), papers of reviews that no list knows (orphans).

create table shop.reviews as
  select
    application_id + 100000000 as review_id,
    application_id,
    to_timestamp(submitted_s + 60) as opened_at,
    case when decided_s <= now_s then to_timestamp(decided_s) end as decided_at,
    case
      when decided_s <= now_s then to_timestamp(decided_s)
      when n % 5 = 2 then null
      else to_timestamp(least(submitted_s + 5400 + dice(n, 441, 40000), now_s))
    end as viewed_at,
    case when decided_s <= now_s then decision else 'pending' end as status,
    case dice(n, 442, 40)
      when 0 then ''
      when 1 then 'HIGH'
      else ['low', 'low', 'low', 'medium', 'medium', 'high'][1 + dice(n, 443, 6)]
    end as risk
  from judged, size
  where is_reviewed
  order by review_id;

create table shop.information_requests as
  with asked as (
    select
      review_id * 10 + i as request_id,
      review_id,
      (review_id - 100000000) * 2 + i as n,
      epoch(opened_at)::bigint + 600 + dice((review_id - 100000000) * 2 + i, 451, 3000) as requested_s,
      epoch(decided_at)::bigint as decided_s,
      status
    from shop.reviews, range(0, 2) as numbers(i)
    where dice((review_id - 100000000) * 2 + i, 452, 10) < 5
    union all
    select 100 + i, 99000000 + i, 17 + i, 1725000000 + i * 86400, null, 'unknown' from range(0, 3) as numbers(i)
  )
  select
    request_id,
    review_id,
    case dice(n, 453, 30) when 0 then '' when 1 then 'Proof of address'
      else ['proof of address', 'proof of address', 'source of funds', 'identity document'][1 + dice(n, 454, 4)] end as kind,
    to_timestamp(requested_s) as requested_at,
    case
      when dice(n, 455, 9) = 0 then null
      when least(requested_s + 3600 + dice(n, 456, 120000), coalesce(decided_s, 99999999999)) <= now_s
        then to_timestamp(least(requested_s + 3600 + dice(n, 456, 120000), coalesce(decided_s, 99999999999)))
    end as received_at
  from asked, size
  where requested_s <= now_s and (decided_s is null or requested_s < decided_s)
  order by request_id;
