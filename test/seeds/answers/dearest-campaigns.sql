-- The five campaigns that cost most, with two ratios of sums.
select
  name                                            as campaigns__name,
  sum(spend)                                      as marketing_spend,
  sum(clicks)                                     as clicks,
  sum(clicks)::double / nullif(sum(impressions), 0) as click_through_rate,
  sum(spend)::double / nullif(sum(clicks), 0)     as cost_per_click
from shop.campaign_costs left join shop.campaigns using (campaign_id)
group by 1
order by 2 desc, 1
limit 5
