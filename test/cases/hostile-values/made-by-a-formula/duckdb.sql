with
  "texts_facts" as (
    select
      case
        when ("texts"."text" = 'it''s ?') then E'$1 " -- \\'
        else "texts"."text"
      end as "texts__quoted",
      sum("texts"."id") as "ids"
    from
      "texts" as "texts"
    where
      starts_with(
        case
          when ("texts"."text" = 'it''s ?') then E'$1 " -- \\'
          else "texts"."text"
        end,
        '$1'
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
