-- rows
select * from (values ('2024-01-01', 1070, 2), ('2024-02-01', 20, 1), ('2024-03-01', 100, 2), (null, 5000, 1))
  as hand(time, revenue, buyers)

-- totals
select 6190 as revenue, 4 as buyers
