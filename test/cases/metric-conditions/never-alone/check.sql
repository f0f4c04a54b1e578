-- rows
select null as customers__region, null as never where false

-- totals
select null as never
