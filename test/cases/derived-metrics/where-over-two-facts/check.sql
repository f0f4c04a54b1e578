select 15.0 / 10 as north_value_per_page, (78 / 5.0) / 11 as value_per_page
