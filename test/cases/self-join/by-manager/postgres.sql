with
  "employees_facts" as (
    select
      (cast("manager"."name" as text) collate "C") as "manager__name",
      count(*) as "headcount",
      cast(sum("employees"."salary") as numeric) as "pay"
    from
      "employees" as "employees"
      left join "employees" as "manager" on "employees"."manager_id" = "manager"."employee_id"
    group by
      1
  )
select
  "employees_facts"."manager__name" as "manager__name",
  coalesce("employees_facts"."headcount", 0) as "headcount",
  "employees_facts"."pay" as "pay"
from
  "employees_facts" as "employees_facts"
order by
  1 asc nulls last
limit
  10001
