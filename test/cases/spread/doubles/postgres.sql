with
  "measures_facts" as (
    select
      (cast("measures"."shop" as text) collate "C") as "measures__shop",
      var_samp(nullif(nullif(nullif("measures"."weight", 'NaN'), 'Infinity'), '-Infinity')) as "weight_variance"
    from
      "measures" as "measures"
    group by
      1
  )
select
  "measures_facts"."measures__shop" as "measures__shop",
  "measures_facts"."weight_variance" as "weight_variance"
from
  "measures_facts" as "measures_facts"
order by
  1 asc nulls last
limit
  10001
