with
  "employees_facts" as (
    select
      (cast("manager__manager"."name" as text) collate "C") as "manager__manager__name",
      (cast("employees"."name" as text) collate "C") as "employees__name",
      count(*) as "headcount"
    from
      "employees" as "employees"
      left join "employees" as "manager" on "employees"."manager_id" = "manager"."employee_id"
      left join "employees" as "manager__manager" on "manager"."manager_id" = "manager__manager"."employee_id"
    group by
      1,
      2
  )
select
  "employees_facts"."manager__manager__name" as "manager__manager__name",
  "employees_facts"."employees__name" as "employees__name",
  coalesce("employees_facts"."headcount", 0) as "headcount"
from
  "employees_facts" as "employees_facts"
order by
  2 asc nulls last,
  1 asc nulls last
limit
  10001
