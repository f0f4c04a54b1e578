with
  "measures_facts" as (
    select
      var_samp(cast("measures"."whole" as double precision)) as "of_none"
    from
      "measures" as "measures"
    where
      (cast("measures"."whole" as bigint) > 100)
  )
select
  "measures_facts"."of_none" as "of_none"
from
  "measures_facts" as "measures_facts"
limit
  10001
