with
  "money_facts" as (
    select
      (cast("money"."kind" as text) collate "C") as "money__kind",
      sum(nullif("money"."amount", 'NaN')) as "product_of_sums_1",
      sum(nullif("money"."rate", 'NaN')) as "product_of_sums_2",
      sum((nullif("money"."amount", 'NaN') * cast('1.175' as numeric(4, 3)))) as "with_tax",
      cast(sum("money"."pieces") as numeric) as "sum_with_pieces_2"
    from
      "money" as "money"
    group by
      1
  )
select
  "money_facts"."money__kind" as "money__kind",
  ("money_facts"."product_of_sums_1" * "money_facts"."product_of_sums_2") as "product_of_sums",
  "money_facts"."with_tax" as "with_tax",
  (
    (
      "money_facts"."product_of_sums_1" * cast("money_facts"."sum_with_pieces_2" as numeric(38, 0))
    ) + cast("money_facts"."sum_with_pieces_2" as numeric(38, 2))
  ) as "sum_with_pieces"
from
  "money_facts" as "money_facts"
order by
  1 asc nulls last
limit
  10001
