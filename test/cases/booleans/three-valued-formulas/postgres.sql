with
  "flags_facts" as (
    select
      (
        "flags"."a"
        and "flags"."b"
      ) as "flags__together",
      (
        "flags"."a"
        or "flags"."b"
      ) as "flags__either",
      cast(sum("flags"."id") as numeric) as "ids"
    from
      "flags" as "flags"
    group by
      1,
      2
  )
select
  "flags_facts"."flags__together" as "flags__together",
  "flags_facts"."flags__either" as "flags__either",
  "flags_facts"."ids" as "ids"
from
  "flags_facts" as "flags_facts"
order by
  1 asc nulls last,
  2 asc nulls last
limit
  10001
