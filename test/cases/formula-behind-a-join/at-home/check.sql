select * from (values ('none', 4 - 0), ('x', 3)) as hand(orders__note_or_none, order_count)
