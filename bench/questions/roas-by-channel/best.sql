-- Best because both facts are grouped by the number of the campaign; only the few that are left look for its channel.
with by_campaign as (
  select campaign_id, sum(amount - tax) as revenue, null as spend
  from shop.orders
  where status = 'completed' and not is_test
    and delivered_at >= timestamptz '2025-01-01 00:00:00+00' and delivered_at < timestamptz '2025-06-30 23:00:00+00'
  group by 1
  union all
  select campaign_id, null, sum(spend)
  from shop.campaign_costs
  where spent_on >= date '2025-01-01' and spent_on < date '2025-07-01'
  group by 1
)
select
  nullif(lower(trim(channel)), '') as channel,
  coalesce(sum(revenue), 0) as net_revenue,
  coalesce(sum(spend), 0) as marketing_spend,
  coalesce(sum(revenue), 0)::double / nullif(coalesce(sum(spend), 0)::double, 0) as roas
from by_campaign
left join shop.campaigns using (campaign_id)
group by 1
order by 1 nulls last
