-- Tickets 1, 2, 3 are of buyers. Ticket 4 is of customer 5 without orders, 5 and 6 of nobody: NULL amount.
select 6 as ticket_count, 3 as tickets_of_buyers, 3 as tickets_without_amount
