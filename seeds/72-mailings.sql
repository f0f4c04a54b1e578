-- One row per mailing of the newsletter: every Thursday, and an offer at each month's end. Dirt: mailings that reached nobody, opens
-- that were not tracked (NULL), tests to our own staff, mailings of a campaign that marketing never entered (orphans).

create table shop.mailings as
  with sent as (
    select day, day_index, midnight_s, customers_upto, case when isodow(day) = 4 then 'newsletter' else 'offer' end as kind
    from days
    where isodow(day) = 4 or day = last_day(day)
    union all
    select day, day_index, midnight_s, 12, 'test'
    from days
    where isodow(day) = 3 and day_index % 3 = 0
  ),
  counted as (
    select
      row_number() over (order by day, kind) as n,
      day, midnight_s, kind,
      case when kind = 'test' then customers_upto else greatest(customers_upto * 59 // 100, 1) end as recipients
    from sent
  ),
  delivered as (
    select *, case when dice(n, 311, 40) = 0 then 0 else recipients * (95 + dice(n, 312, 5)) // 100 end as delivered
    from counted
  )
  select
    n::integer as mailing_id,
    case
      when dice(n, 313, 30) = 0 then 906
      when year(day) = 2023 then 111 when year(day) = 2024 then 112 else 113
    end::integer as campaign_id,
    to_timestamp(midnight_s + 32400 + dice(n, 314, 7200)) as sent_at,
    case dice(n, 315, 40) when 0 then upper(kind) when 1 then '' else kind end as kind,
    kind = 'test' as is_test,
    recipients::bigint as recipients,
    delivered::bigint as delivered,
    case when dice(n, 316, 25) = 0 then null else delivered * (24 + dice(n, 317, 16)) // 100 end::bigint as opened,
    (delivered * (20 + dice(n, 318, 25)) // 1000)::bigint as clicked,
    (delivered * dice(n, 319, 6) // 1000)::bigint as unsubscribed
  from delivered
  order by mailing_id;
