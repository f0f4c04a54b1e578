select * from (values ('Bath', 3, 30, 300, 1000), ('York', 4, 40, 400, 4000)) as hand(shops__city, ordered, amount, returned, answered)
