with
  "flags_facts" as (
    select
      "flags"."a" as "flags__a",
      cast(sum("flags"."id") as numeric) as "ids",
      bool_and("flags"."a") as "lowest",
      bool_or("flags"."a") as "highest",
      count(distinct "flags"."a") as "kinds",
      count("flags"."a") as "known"
    from
      "flags" as "flags"
    group by
      1
  )
select
  "flags_facts"."flags__a" as "flags__a",
  "flags_facts"."ids" as "ids",
  "flags_facts"."lowest" as "lowest",
  "flags_facts"."highest" as "highest",
  coalesce("flags_facts"."kinds", 0) as "kinds",
  coalesce("flags_facts"."known", 0) as "known"
from
  "flags_facts" as "flags_facts"
order by
  1 asc nulls last
limit
  10001
