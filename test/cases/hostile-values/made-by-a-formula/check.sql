select * from (values ('$1', 8), ('$1 " -- \', 1)) as hand(texts__quoted, ids)
