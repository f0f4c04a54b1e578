-- One row per account, numbered in the order of signing up. Dirt: region '' and NULL, stray spaces, unknown consent.

create temp macro is_trade(customer) as dice(customer, 21, 12) = 0;

create temp table signups as
  select 1 + i as customer_id, date '2019-01-01' + (i * 1461 // (customers // 4))::integer as signed_up_on
  from size, range(0, customers // 4) as numbers(i)
  union all
  select 1 + i, day
  from days, range(customers_before, customers_upto) as numbers(i);

create table shop.customers as
  select
    customer_id,
    signed_up_on,
    case
      when dice(customer_id, 101, 60) = 0 then null
      when dice(customer_id, 101, 60) = 1 then ''
      when dice(customer_id, 101, 60) = 2 then 'Scotland '
      else ['London', 'London', 'London', 'South East', 'South East', 'South East', 'South West', 'South West', 'Midlands',
            'Midlands', 'Midlands', 'North West', 'North West', 'Yorkshire', 'Yorkshire', 'North East', 'Scotland', 'Scotland',
            'Wales', 'Northern Ireland'][1 + dice(customer_id, 23, 20)]
    end as region,
    case when is_trade(customer_id) then 'trade' else 'private' end as kind,
    case when dice(customer_id, 24, 20) = 0 then null else dice(customer_id, 25, 100) < 62 end as accepts_marketing,
    won.campaign_id as first_campaign_id
  from signups
  left join won on won.day = signed_up_on and won.ticket = dice(customer_id, 26, 100)
  order by customer_id;
