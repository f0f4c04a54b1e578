select * from (values ('Bath', 'North Gate', 10, 1), ('Bath', 'South Gate', 20, 2), ('York', 'Minster', 40, 4), (null, null, 80, null)) as hand(all_facts, stitched, amount, people)
