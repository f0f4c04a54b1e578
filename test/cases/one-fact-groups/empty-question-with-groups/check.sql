-- rows
select * from (values ('', 1, 2)) as hand(products__kind, units, complaint_count) where false

-- totals
select null as units, 0 as complaint_count
