-- Not vips: customers 2 (south) and 5 (north, no order). Customer 3 is unknown.
select * from (values ('north', null, 1), ('south', 4, 2)) as hand(customers__region, amount, ticket_count)
