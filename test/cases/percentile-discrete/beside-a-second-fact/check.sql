-- rows
select * from (values ('a', 2, 100), ('b', 20, null), ('c', 7, null), ('d', null, null), ('e', null, 9), (null, 5, null)) as hand(desks__desk, median_wait, typical_call)

-- totals
select 5 as median_wait, 11 as typical_call
