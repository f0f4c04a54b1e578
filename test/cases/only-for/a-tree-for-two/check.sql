-- rows
select 76 as amount, 5 as rows, 13 as weight -- the row without a shop is not shop a

-- notices
select * from (values ('FILTER.ONLY_FOR', null), ('FILTER.ONLY_FOR', null)) as hand(code, rows)
