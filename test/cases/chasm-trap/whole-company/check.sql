select 158.75 as revenue, 90 as ticket_minutes, 158.75 / 5.0 as revenue_per_ticket
