select * from (values ('Bath', 'Bath', 30), ('York', 'York', 40), (null, null, 80)) as hand(shops__city, again, amount)
