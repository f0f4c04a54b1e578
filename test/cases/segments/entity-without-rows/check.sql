select 1 as ticket_count, null::int as amount, 1 as customer_count -- customer 5
