with
  "employees_facts" as (
    select
      count(*) filter (
        where
          ("employees"."salary" > "manager"."salary")
      ) as "paid_above_manager",
      cast(
        sum((cast("employees"."salary" as bigint) - cast("manager"."salary" as bigint))) as numeric
      ) as "gap_to_manager"
    from
      "employees" as "employees"
      left join "employees" as "manager" on "employees"."manager_id" = "manager"."employee_id"
  )
select
  coalesce("employees_facts"."paid_above_manager", 0) as "paid_above_manager",
  "employees_facts"."gap_to_manager" as "gap_to_manager"
from
  "employees_facts" as "employees_facts"
limit
  10001
