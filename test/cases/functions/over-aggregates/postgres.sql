with
  "samples_facts" as (
    select
      cast(
        sum(
          case
            when (cast("samples"."a" as bigint) > 10) then cast("samples"."id" as bigint)
            else 0
          end
        ) as numeric
      ) as "large_ids",
      cast(sum("samples"."a") as numeric) as "chosen_1",
      cast(sum("samples"."b") as numeric) as "chosen_2",
      count(*) as "chosen_3",
      max((cast("samples"."text" as text) collate "C")) as "label_1",
      max((cast("samples"."other" as text) collate "C")) as "label_2",
      max("samples"."day") as "days_spanned_1",
      min("samples"."day") as "days_spanned_2"
    from
      "samples" as "samples"
  )
select
  "samples_facts"."large_ids" as "large_ids",
  case
    when ("samples_facts"."chosen_1" > 20) then "samples_facts"."chosen_2"
    when (coalesce("samples_facts"."chosen_3", 0) = 1) then -1
  end as "chosen",
  greatest("samples_facts"."chosen_1", "samples_facts"."chosen_2") as "highest_sum",
  cast(
    round(
      cast(
        (
          cast(cast("samples_facts"."chosen_1" as double precision) as double precision) / nullif(cast(cast("samples_facts"."chosen_2" as double precision) as double precision), 0)
        ) as numeric(38, 12)
      ),
      cast(2 as integer)
    ) as double precision
  ) as "rounded_ratio",
  (
    ("samples_facts"."label_1" || (cast(':' as text) collate "C")) || "samples_facts"."label_2"
  ) as "label",
  cast(("samples_facts"."days_spanned_1" - "samples_facts"."days_spanned_2") as bigint) as "days_spanned"
from
  "samples_facts" as "samples_facts"
limit
  10001
