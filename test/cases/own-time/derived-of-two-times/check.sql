-- rows
select * from (values ('2024-01-01', null), ('2024-02-01', 5 / 14.0), ('2024-03-01', null)) as hand(time, delivered_share)

-- notices
select * from (values ('PERIOD.ROWS_WITHOUT_TIME', 1), ('PERIOD.ROWS_WITHOUT_TIME', 1)) as hand(code, rows)
