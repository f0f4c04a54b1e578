-- Rates of sums over mailings that were tracked; what went to our own staff is no mailing.
select
  case lower(trim(kind)) when '' then null else lower(trim(kind)) end                            as mailings__kind,
  sum(delivered)::bigint                                                                         as delivered_mails,
  sum(opened)::double / nullif(sum(case when opened is not null then delivered end), 0)::double  as open_rate,
  sum(case when opened is not null then clicked end)::double / nullif(sum(opened), 0)::double    as click_to_open_rate,
  sum(unsubscribed)::double / nullif(sum(delivered), 0)::double                                  as unsubscribe_rate,
  1 - sum(delivered)::double / nullif(sum(recipients), 0)::double                                as bounce_rate
from shop.mailings
where is_test = false
group by 1
order by 1 nulls last
