select * from (values ('Bath', 'North Gate', 10), ('Bath', 'South Gate', 20), ('York', 'Minster', 40), (null, null, 80)) as hand(sales, sales_facts, amount)
