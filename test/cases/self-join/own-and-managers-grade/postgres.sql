with
  "employees_facts" as (
    select
      coalesce((cast("employees"."grade" as text) collate "C"), (cast('none' as text) collate "C")) as "employees__grade",
      case
        when ("manager"."employee_id" is not null) then coalesce((cast("manager"."grade" as text) collate "C"), (cast('none' as text) collate "C"))
      end as "manager__grade",
      count(*) as "headcount"
    from
      "employees" as "employees"
      left join "employees" as "manager" on "employees"."manager_id" = "manager"."employee_id"
    group by
      1,
      2
  )
select
  "employees_facts"."employees__grade" as "employees__grade",
  "employees_facts"."manager__grade" as "manager__grade",
  coalesce("employees_facts"."headcount", 0) as "headcount"
from
  "employees_facts" as "employees_facts"
order by
  1 asc nulls last,
  2 asc nulls last
limit
  10001
