select * from (values ('north', 30, 157.75), ('south', 60, null), (null, null, 1.00))
  as hand(customers__region, ticket_minutes, revenue)
