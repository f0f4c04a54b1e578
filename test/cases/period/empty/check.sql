-- rows
select null as instant_ids, null as day_ids

-- notices
select * from (values ('PERIOD.ROWS_WITHOUT_TIME', 2), ('PERIOD.ROWS_WITHOUT_TIME', 2)) as hand(code, rows)
