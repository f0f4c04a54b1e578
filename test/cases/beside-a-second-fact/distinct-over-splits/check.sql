-- rows
select * from (values ('Bath', 2), ('York', 1), (null, 2)) as hand(stores__city, customers)

-- totals
select 4 as customers
