-- A segment of campaigns by two facts at once: what each cost, and what the orders that it won earned.
with sums as (
  select
    campaign_id,
    name,
    coalesce((select sum(spend) from shop.campaign_costs k where k.campaign_id = p.campaign_id), 0) as spend,
    coalesce((select sum(amount - tax) from shop.orders o
      where o.campaign_id = p.campaign_id and status = 'completed' and not is_test), 0) as revenue
  from shop.campaigns p
)
select name as campaigns__name, spend::decimal(38, 2) as marketing_spend, revenue::decimal(38, 2) as net_revenue
from sums
where spend > revenue
order by 1
