-- rows
select * from (values ('north', 10 / 30.0), ('south', null), (null, 1.0)) as hand(customers__region, web_share)

-- totals
select 13 / 78.0 as web_share
