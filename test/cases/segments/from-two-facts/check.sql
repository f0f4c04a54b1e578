-- rows
select * from (values ('north', 3, 1), (null, 16, 0)) as hand(customers__region, amount, ticket_count)

-- totals
select 19 as amount, 1 as ticket_count
