select 7 / 3 as visits_each
