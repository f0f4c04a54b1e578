-- Who wrote to the contact centre, and what customers say of us when asked.
-- Tickets. Dirt: spam and merged tickets, tickets without a customer or an order, orders that no list knows (orphans), topics in odd case,
-- '' and 'null', tickets solved before they were opened (a wrong clock), a satisfaction of 0 where the tool means "no answer".

create table shop.tickets as
  with asked as (
    select
      1 + i as n,
      case
        when i < 6 then null                                                              -- the last days' tickets, at every scale
        when dice(1 + i, 371, 60) = 0 then 700000000 + i
        when dice(1 + i, 371, 60) < 48 then 1 + dice(1 + i, 372, orders)
      end as order_id,
      case when i < 6 then now_s - 4000 - i * 61000
        else 1672560000 + (now_s - 1672560000 - 500000) * (1 + i) // (orders // 9 + 41) end as written_s
    from size, range(0, orders // 9 + 40) as numbers(i)
  ),
  about as (
    select
      asked.n,
      asked.order_id,
      coalesce(orders.customer_id, case when dice(asked.n, 373, 3) = 0 and asked.order_id is null then 1 + dice(asked.n, 374, customers) end)
        as customer_id,
      case when orders.ordered_at is null then written_s
        else epoch(orders.ordered_at)::bigint + 3600 + dice(asked.n, 375, 1500000) end as opened_s,
      case when dice(asked.n, 376, 10) < 5 then 'email' when dice(asked.n, 376, 10) < 8 then 'chat' else 'phone' end as channel
    from asked
    cross join size
    left join shop.orders orders on orders.order_id = asked.order_id
  ),
  answered as (
    select
      *,
      case dice(n, 377, 50) when 0 then 'spam' when 1 then 'merged' end as closed_as,
      case
        when n > 6 and dice(n, 378, 45) = 0 then null                                     -- nobody ever answered
        when channel = 'phone' then dice(n, 379, 4)
        when channel = 'chat' then 1 + dice(n, 380, 18)
        else 20 + dice(n, 381, 400) + case when dice(n, 382, 4) = 0 then dice(n, 383, 2600) else 0 end
      end as response_minutes,
      600 + dice(n, 384, 30000) + case when dice(n, 385, 5) = 0 then dice(n, 386, 400000) else 0 end as work_s
    from about, size
    where opened_s <= now_s
  ),
  solved as (
    select
      *,
      case when dice(n, 520, 260) = 0 then opened_s - 3600 else opened_s + response_minutes * 60 + work_s end as solved_s
    from answered
  )
  select
    n as ticket_id,
    customer_id,
    order_id,
    to_timestamp(opened_s) as opened_at,
    case when opened_s + response_minutes * 60 <= now_s then to_timestamp(opened_s + response_minutes * 60) end as responded_at,
    case when opened_s + response_minutes * 60 <= now_s then response_minutes end::integer as response_minutes,
    case when closed_as is null and solved_s <= now_s then to_timestamp(solved_s) end as solved_at,
    case dice(n, 388, 60) when 0 then upper(channel) when 1 then channel || ' ' else channel end as channel,
    case dice(n, 389, 40)
      when 0 then null
      when 1 then ''
      when 2 then 'null'
      when 3 then 'DELIVERY'
      else ['delivery', 'delivery', 'delivery', 'return', 'return', 'product', 'payment', 'account'][1 + dice(n, 390, 8)]
    end as topic,
    case when closed_as is not null then closed_as when solved_s <= now_s then 'solved' else 'open' end as status,
    dice(n, 391, 14) = 0 and closed_as is null and solved_s <= now_s as was_reopened,
    case
      when closed_as is not null or solved_s is null or solved_s > now_s then null
      when dice(n, 392, 10) < 6 then null
      when dice(n, 392, 10) = 6 then 0
      else [1, 2, 3, 4, 4, 5, 5, 5, 5, 5][1 + dice(n, 393, 10)]
    end::integer as satisfaction
  from solved
  order by ticket_id;

-- Answers to "would you recommend us?". Dirt: customers who answered twice in a quarter, scores of 99 and NULL, unknown customers
-- (orphans), cards that came by post weeks after they were filled in (late rows).

create table shop.surveys as
  with answers as (
    select 1 + i as n, 1 + dice(1 + i, 401, customers) as customer_id
    from size, range(0, customers // 5 + 30) as numbers(i)
  ),
  dated as (
    select
      n,
      case when dice(n, 542, 70) = 0 then 90000000 + n else answers.customer_id end as customer_id,
      greatest(signed_up_on, first_day) + 20 + dice(n, 403, 500)::integer as answered_on,
      last_day
    from answers
    join shop.customers using (customer_id)
    cross join size
  ),
  twice as (
    select n * 2 as survey_id, n, customer_id, answered_on, last_day from dated
    union all
    select n * 2 + 1, n, customer_id, answered_on, last_day from dated where dice(n, 404, 20) = 0
  )
  select
    survey_id,
    customer_id,
    answered_on,
    least(last_day, answered_on + case when dice(n, 405, 12) = 0 then 18 + dice(n, 406, 30)::integer else 0 end) as received_on,
    strftime(answered_on, '%Y') || '-Q' || quarter(answered_on) as wave,
    case dice(n, 576, 50)
      when 0 then null
      when 1 then 99
      else [0, 2, 4, 5, 6, 7, 7, 8, 8, 8, 9, 9, 9, 9, 9, 10, 10, 10, 10, 10][1 + dice(n, 408, 20)]
    end::integer as score
  from twice
  where answered_on <= last_day
  order by survey_id;
