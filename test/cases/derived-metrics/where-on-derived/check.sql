select * from (values ('north', 10.0, 15.0), ('south', null, 22.5), (null, 3.0, 3.0))
  as hand(customers__region, web_value, order_value)
