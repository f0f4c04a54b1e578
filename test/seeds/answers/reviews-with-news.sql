-- The same reviews as a segment, seen from the product that was applied for.
select product as applications__product, count(*) as opened_reviews
from shop.reviews r join shop.applications using (application_id)
where r.status = 'pending'
  and (select max(received_at) from shop.information_requests p where p.review_id = r.review_id)
    > coalesce(r.viewed_at, timestamptz '1970-01-01 00:00:00+00')
group by 1
order by 1
