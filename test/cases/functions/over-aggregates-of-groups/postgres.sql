with
  "samples_facts" as (
    select
      case
        when (cast("samples"."a" as bigint) > 10) then (cast('large' as text) collate "C")
        when (cast("samples"."a" as bigint) > 0) then (cast('small' as text) collate "C")
        when ("samples"."a" is null) then (cast('none' as text) collate "C")
      end as "samples__size",
      cast(sum("samples"."a") as numeric) as "chosen_1",
      cast(sum("samples"."b") as numeric) as "chosen_2",
      count(*) as "chosen_3"
    from
      "samples" as "samples"
    group by
      1
  )
select
  "samples_facts"."samples__size" as "samples__size",
  case
    when ("samples_facts"."chosen_1" > 20) then "samples_facts"."chosen_2"
    when (coalesce("samples_facts"."chosen_3", 0) = 1) then -1
  end as "chosen",
  greatest("samples_facts"."chosen_1", "samples_facts"."chosen_2") as "highest_sum"
from
  "samples_facts" as "samples_facts"
order by
  1 asc nulls last
limit
  10001
