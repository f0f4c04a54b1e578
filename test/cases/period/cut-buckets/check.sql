-- rows
select time, ids as instant_ids, ids as day_ids from (values ('2024-07-01', 4), ('2024-08-01', 8)) as hand(time, ids)

-- notices
select * from (values ('PERIOD.ROWS_WITHOUT_TIME', 2), ('PERIOD.ROWS_WITHOUT_TIME', 2), ('PERIOD.PARTIAL_BUCKETS', null)) as hand(code, rows)
