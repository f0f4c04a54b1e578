select * from (values ('Bath', 3), ('York', 4)) as hand(shops__city, ordered)
