select * from (values ('Red', 4), ('blue', 2), ('redd', 32), (null, 8)) as hand(items__color, ids)
