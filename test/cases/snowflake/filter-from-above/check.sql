select 15 as units, 7000 as budget
