with
  "flags_facts" as (
    select
      coalesce("flags"."a", false) as "flags__is_a",
      (not "flags"."a") as "flags__is_not_a",
      ("flags"."a" is null) as "flags__is_unknown",
      cast(sum("flags"."id") as numeric) as "ids"
    from
      "flags" as "flags"
    group by
      1,
      2,
      3
  )
select
  "flags_facts"."flags__is_a" as "flags__is_a",
  "flags_facts"."flags__is_not_a" as "flags__is_not_a",
  "flags_facts"."flags__is_unknown" as "flags__is_unknown",
  "flags_facts"."ids" as "ids"
from
  "flags_facts" as "flags_facts"
order by
  1 asc nulls last,
  2 asc nulls last,
  3 asc nulls last
limit
  10001
