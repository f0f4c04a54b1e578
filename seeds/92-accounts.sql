-- Accounts at Thornbury Savings and the money that goes in and out. Dirt: accounts that were taken over without an application, accounts
-- that nobody ever funded, transfers of a penny that only prove a bank account, failed and reversed transfers, transfers of unknown
-- accounts (orphans), directions in odd case and NULL, transfers that are still on their way.

create temp table opened as
  select
    200000000 + application_id as account_id,
    application_id,
    application_id as n,
    timezone('Europe/London', decided_at)::date as opened_on,
    product as kind
  from shop.applications
  where status = 'approved' and not is_test
  union all
  select 300000000 + i, case when i % 3 = 2 then 600000000 + i end, 30000000 + i, date '2023-07-03' + (i % 600)::integer, 'savings'
  from size, range(0, 4 + orders // 2000) as numbers(i);

create temp table moved as                       -- nothing goes out of an account whose first deposit failed
  with slots as (
    select
      account_id, n, opened_on, i, n * 16 + i as m,
      epoch(opened_on)::bigint + 86400 * (1 + i * 31 + dice(n * 16 + i, 461, 24)) + 32400 + dice(n * 16 + i, 462, 30000) as requested_s,
      i = 0 or dice(n * 16 + i, 463, 100) < 72 or dice(n * 16, 470, 100) < 5 as goes_in
    from opened, range(0, greatest(0, dice(n, 464, 10) - 2)) as numbers(i)
    union all
    select account_id, n, opened_on, -1, n * 16 + 15, epoch(opened_on)::bigint + 86400 + 32400, true from opened where dice(n, 465, 7) = 0
  )
  select
    row_number() over (order by requested_s, m) as transfer_id,
    account_id,
    m,
    goes_in,
    requested_s,
    requested_s + 3600 + dice(m, 466, 150000) as settled_s,
    case
      when i = -1 then 1
      when goes_in then 2500 + dice(m, 467, 40000) + 3000000 // (8 + dice(m, 468, 600))
      else 1000 + dice(m, 469, 22000)
    end as pence,
    case dice(m, 470, 100) when 0 then 'reversed' when 1 then 'reversed' when 2 then 'failed' when 3 then 'failed' when 4 then 'failed'
      else 'settled' end as end_status
  from slots, size
  where requested_s <= now_s;

create table shop.transfers as
  select
    transfer_id,
    account_id,
    case dice(m, 471, 80) when 0 then case when goes_in then 'IN' else 'OUT ' end else case when goes_in then 'in' else 'out' end end as direction,
    pounds(pence) as amount,
    to_timestamp(requested_s) as requested_at,
    case when end_status = 'settled' and settled_s <= now_s then to_timestamp(settled_s) end as settled_at,
    case when end_status <> 'settled' then end_status when settled_s <= now_s then 'settled' else 'pending' end as status,
    ['bank transfer', 'bank transfer', 'direct debit', 'card'][1 + dice(m, 472, 4)] as method
  from moved, size
  union all
  select 2000000000 + i, 900000000 + i, case i % 2 when 0 then null else 'in' end, pounds(12000 + i), to_timestamp(1725000000 + i * 86400),
    to_timestamp(1725080000 + i * 86400), 'settled', 'card'
  from range(0, 4) as numbers(i)
  order by transfer_id;

create table shop.accounts as
  with funded as (
    select account_id, min(timezone('Europe/London', settled_at)::date) as first_funded_on
    from shop.transfers
    where status = 'settled' and lower(trim(direction)) = 'in' and amount >= 1
    group by 1
  )
  select
    account_id,
    application_id,
    opened_on,
    first_funded_on,
    case when dice(n, 473, 22) = 0 and opened_on + 200 <= last_day then opened_on + 200 end as closed_on,
    kind,
    case
      when dice(n, 473, 22) = 0 and opened_on + 200 <= last_day then 'closed'
      when dice(n, 474, 90) = 0 then 'Frozen'
      else 'open'
    end as status
  from opened
  cross join size
  left join funded using (account_id)
  order by account_id;
