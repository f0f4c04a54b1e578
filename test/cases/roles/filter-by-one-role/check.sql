select * from (values ('Calais', 1), ('Dover', 2), ('Hull', 4), (null, 32)) as hand(destination__town, tons)
