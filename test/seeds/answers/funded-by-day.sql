-- First money, on London's day of it.
select strftime(first_day, '%Y-%m-%d') as time, count(*) as funded_accounts
from (
  select account_id, min(timezone('Europe/London', settled_at)::date) as first_day
  from shop.transfers
  where trim(lower(direction)) = 'in' and status = 'settled' and amount >= 1
  group by 1
)
where account_id in (select account_id from shop.accounts) and first_day >= date '2025-03-01' and first_day < date '2025-07-01'
group by 1
order by 1
