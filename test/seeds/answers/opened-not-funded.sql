-- The segment by its transfers, not by what the account says of itself; a penny is no money.
with members as (
  select account_id, kind
  from shop.accounts a
  where lower(status) in ('open', 'frozen') and opened_on <= date '2025-06-01'
    and not exists (
      from shop.transfers t
      where t.account_id = a.account_id and lower(trim(direction)) = 'in' and status = 'settled' and amount > 0.99)
)
select kind as accounts__kind, count(*) as opened_accounts, count(*) as unfunded_accounts
from members
group by 1
order by 1
