-- Two facts by one dimension, each looked up on its own for every channel that either has; NULL is a channel like the others
-- (orders without a campaign, deleted campaigns, the stray bills, the campaign without a channel). Money over no rows is 0.
with order_channels as (
  select *, (select nullif(lower(trim(channel)), '') from shop.campaigns c where c.campaign_id = o.campaign_id) as campaign_channel
  from shop.orders o
  where status = 'completed' and not is_test
),
cost_channels as (
  select *, (select nullif(lower(trim(channel)), '') from shop.campaigns c where c.campaign_id = k.campaign_id) as campaign_channel
  from shop.campaign_costs k
),
channels as (
  select campaign_channel from order_channels union select campaign_channel from cost_channels
),
sums as (
  select
    campaign_channel,
    coalesce((select sum(amount - tax) from order_channels o where o.campaign_channel is not distinct from channels.campaign_channel), 0) as revenue,
    coalesce((select sum(spend) from cost_channels k where k.campaign_channel is not distinct from channels.campaign_channel), 0) as spend
  from channels
)
select
  campaign_channel                           as campaigns__channel,
  revenue::double / nullif(spend, 0)::double as roas,
  revenue                                    as net_revenue,
  spend                                      as marketing_spend
from sums
order by 1 nulls last
