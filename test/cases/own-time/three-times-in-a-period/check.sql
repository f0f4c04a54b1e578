-- rows
select 14 as booked, 5 as delivered, 4 as booked_by_cohort

-- notices
select * from (values ('PERIOD.ROWS_WITHOUT_TIME', 1), ('PERIOD.ROWS_WITHOUT_TIME', 1), ('PERIOD.ROWS_WITHOUT_TIME', 3)) as hand(code, rows)
