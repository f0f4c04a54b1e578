with
  "numbers_facts" as (
    select
      (cast("numbers"."kind" as text) collate "C") as "numbers__kind",
      (cast("numbers"."a" as bigint) / nullif(cast("numbers"."b" as bigint), 0)) as "numbers__whole_quotient",
      (cast("numbers"."a" as bigint) % nullif(cast("numbers"."b" as bigint), 0)) as "numbers__rest",
      (cast("numbers"."a" as bigint) % nullif(cast("numbers"."b" as bigint), 0)) as "numbers__rest_by_sign",
      count(*) as "row_count"
    from
      "numbers" as "numbers"
    group by
      1,
      2,
      3,
      4
  )
select
  "numbers_facts"."numbers__kind" as "numbers__kind",
  "numbers_facts"."numbers__whole_quotient" as "numbers__whole_quotient",
  "numbers_facts"."numbers__rest" as "numbers__rest",
  "numbers_facts"."numbers__rest_by_sign" as "numbers__rest_by_sign",
  coalesce("numbers_facts"."row_count", 0) as "row_count"
from
  "numbers_facts" as "numbers_facts"
order by
  1 asc nulls last,
  2 asc nulls last,
  3 asc nulls last,
  4 asc nulls last
limit
  10001
