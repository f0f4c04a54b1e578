select * from (values (2023, 128), (2024, 383), (null, 512)) as hand(time__year, ids)
