-- What each campaign cost on each day it was shown; the agencies book no row for one day in eleven.
-- Post and audio have no clicks. Dirt: the shops' local advertising, billed on Mondays for a campaign that marketing never entered
-- (an orphan).

create temp table bills as
  select campaign_id, day, cpc, ctr, campaign_id * 10000 + day_index as n,
    expected_milli_orders * budget * (80 + dice(campaign_id * 10000 + day_index, 71, 41)) // 100000 as pence
  from plan join days on day >= starts_on and (ends_on is null or day <= ends_on)
  where budget > 0 and dice(campaign_id * 10000 + day_index, 72, 11) > 0
  union all
  select 905, day, null, null, 9050000 + day_index, expected_milli_orders * 7 * 250 // 1000
  from days
  where isodow(day) = 1;

create table shop.campaign_costs as
  select
    campaign_id::integer as campaign_id,
    day as spent_on,
    pounds(pence) as spend,
    coalesce(pence * (90 + dice(n, 73, 21)) * 100 // (cpc * ctr), pence // 9)::bigint as impressions,
    coalesce((pence * (900 + dice(n, 74, 201)) // cpc + dice(n, 75, 1000)) // 1000, 0)::bigint as clicks   -- a chance for part of a click
  from bills
  order by campaign_id, spent_on;
