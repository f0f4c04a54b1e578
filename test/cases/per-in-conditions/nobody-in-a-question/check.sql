select 0 as customer_count, 2 as ticket_count, 96 as amount
