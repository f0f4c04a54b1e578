-- rows
select * from (values (date '2024-02-01', 28), (date '2024-03-01', 32 + 64 + 128 + 256 + 512 + 1024 + 2048 + 4096 + 8192)) as hand(time, ids)

-- notices
select * from (values ('PERIOD.ROWS_WITHOUT_TIME', 1), ('PERIOD.PARTIAL_BUCKETS', null)) as hand(code, rows)
