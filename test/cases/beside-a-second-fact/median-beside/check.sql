select 6.83 as median_sale, 1 + 2 + 3 + 4 + 100 + 30 + 8 as visit_minutes
