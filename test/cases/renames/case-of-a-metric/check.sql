select city as "Amount", total as amount from (values ('Bath', 30), ('York', 40), (null, 80)) as hand(city, total)
