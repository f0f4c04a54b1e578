select * from (values (2023, 128), (2024, 383), (null, 512)) as hand(events__wall__year, wall_ids)
