with
  "measures_facts" as (
    select
      var_samp(cast("measures"."whole" as double precision)) as "variance_of_wholes"
    from
      "measures" as "measures"
  )
select
  "measures_facts"."variance_of_wholes" as "variance_of_wholes"
from
  "measures_facts" as "measures_facts"
limit
  10001
