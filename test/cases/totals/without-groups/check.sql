-- rows
select 6190 as revenue, 6190 / 6.0 as average

-- totals
select 6190 as revenue, 6190 / 6.0 as average
