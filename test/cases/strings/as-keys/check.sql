select * from (values ('company', 2), ('empty', 16), ('fruit', 1 + 524288), ('letter', 256), ('word', 64)) as hand(tags__meaning, ids)
