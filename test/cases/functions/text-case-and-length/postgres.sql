with
  "samples_facts" as (
    select
      "samples"."id" as "samples__id",
      (upper((cast("samples"."other" as text) collate "C") collate "und-x-icu") collate "C") as "samples__loud",
      (lower((cast("samples"."other" as text) collate "C") collate "und-x-icu") collate "C") as "samples__quiet",
      btrim(
        (cast("samples"."other" as text) collate "C"),
        U&' \00A0\1680\2000\2001\2002\2003\2004\2005\2006\2007\2008\2009\200A\202F\205F\3000'
      ) as "samples__trimmed",
      cast(length((cast("samples"."other" as text) collate "C")) as bigint) as "samples__characters",
      cast(sum("samples"."id") as numeric) as "ids"
    from
      "samples" as "samples"
    group by
      1,
      2,
      3,
      4,
      5
  )
select
  "samples_facts"."samples__id" as "samples__id",
  "samples_facts"."samples__loud" as "samples__loud",
  "samples_facts"."samples__quiet" as "samples__quiet",
  "samples_facts"."samples__trimmed" as "samples__trimmed",
  "samples_facts"."samples__characters" as "samples__characters",
  "samples_facts"."ids" as "ids"
from
  "samples_facts" as "samples_facts"
order by
  1 asc nulls last,
  2 asc nulls last,
  3 asc nulls last,
  4 asc nulls last,
  5 asc nulls last
limit
  10001
