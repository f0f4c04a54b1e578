-- rows
select * from (values (date '2024-02-01', 24), (date '2024-03-01', 992), (date '2024-04-01', 1024)) as hand(time, ids)

-- notices
select * from (values ('PERIOD.ROWS_WITHOUT_TIME', 1), ('PERIOD.PARTIAL_BUCKETS', null)) as hand(code, rows)
