with
  "texts_facts" as (
    select
      case
        when ((cast("texts"."text" as text) collate "C") = (cast('it''s ?' as text) collate "C")) then (cast(E'$1 " -- \\' as text) collate "C")
        else (cast("texts"."text" as text) collate "C")
      end as "texts__quoted",
      cast(sum("texts"."id") as numeric) as "ids"
    from
      "texts" as "texts"
    where
      starts_with(
        case
          when ((cast("texts"."text" as text) collate "C") = (cast('it''s ?' as text) collate "C")) then (cast(E'$1 " -- \\' as text) collate "C")
          else (cast("texts"."text" as text) collate "C")
        end,
        (cast('$1' as text) collate "C")
      )
    group by
      1
  )
select
  "texts_facts"."texts__quoted" as "texts__quoted",
  coalesce("texts_facts"."ids", 0) as "ids"
from
  "texts_facts" as "texts_facts"
order by
  1 asc nulls last
limit
  10001
