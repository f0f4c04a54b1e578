-- rows
select * from (values ('north', 3, 3, 3), ('south', 12, 12, 12), (null, 48, 48, 48)) as hand(customers__region, booked, delivered, booked_by_cohort)

-- notices
select 'JOIN.ORPHANS' as code, 1 as rows
