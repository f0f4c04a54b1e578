-- rows
select date '2024-02-26' as time, 28 as ids

-- notices
select * from (values ('PERIOD.ROWS_WITHOUT_TIME', 1), ('PERIOD.PARTIAL_BUCKETS', null)) as hand(code, rows)
