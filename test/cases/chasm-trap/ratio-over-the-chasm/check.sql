-- rows
-- Bob has revenue and no ticket: count 0, so NULL. Cleo has tickets and no revenue: NULL.
select * from (values ('Ada', (100.00 + 50.50) / 3.0), ('Bob', null), ('Cleo', null), (null, null))
  as hand(customers__name, revenue_per_ticket)

-- totals
select (select sum(amount) from orders)::double / (select count(*) from tickets) as revenue_per_ticket
