select 5 as median_wait, 5.5::double as between_waits, 20 as long_wait, 3 as quarter_wait
