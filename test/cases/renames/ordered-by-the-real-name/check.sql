select * from (values ('York', 40), ('Bath', 30), (null, 80)) as hand(place, amount)
