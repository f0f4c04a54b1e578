-- All time: what came, what stayed and what was lost on the way. Without a direction money neither came nor went.
with moved as (select *, trim(lower(direction)) as way from shop.transfers)
select
  method                                                                                         as transfers__method,
  coalesce(sum(case when way = 'in' and status = 'settled' and amount >= 1 then amount end), 0)  as deposited_amount,
  coalesce(sum(case when status = 'settled' and way = 'in' then amount end), 0)
    - coalesce(sum(case when status = 'settled' and way = 'out' then amount end), 0)             as net_deposits,
  avg(case when status in ('failed', 'reversed') then 1.0 when status = 'settled' then 0.0 end)  as failed_transfer_rate
from moved
group by 1
order by 1
