with
  "samples_facts" as (
    select
      sum(
        case
          when (cast("samples"."a" as bigint) > 10) then cast("samples"."id" as bigint)
          else 0
        end
      ) as "large_ids",
      sum("samples"."a") as "chosen_1",
      sum("samples"."b") as "chosen_2",
      count(*) as "chosen_3",
      max("samples"."text") as "label_1",
      max("samples"."other") as "label_2",
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
          cast("samples_facts"."chosen_1" as double) / nullif(cast("samples_facts"."chosen_2" as double), 0)
        ) as decimal(38, 12)
      ),
      2
    ) as double
  ) as "rounded_ratio",
  (("samples_facts"."label_1" || ':') || "samples_facts"."label_2") as "label",
  ("samples_facts"."days_spanned_1" - "samples_facts"."days_spanned_2") as "days_spanned"
from
  "samples_facts" as "samples_facts"
limit
  10001
