-- rows
select 4 + 8 as instant_ids, 2 + 4 as day_ids

-- notices
select * from (values ('PERIOD.ROWS_WITHOUT_TIME', 2), ('PERIOD.ROWS_WITHOUT_TIME', 2)) as hand(code, rows)
