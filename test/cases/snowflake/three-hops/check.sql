-- rows
select * from (values ('Home', 15), (null, 16 + 32 + 64 + 128)) as hand(divisions__name, units)

-- totals
select 255 as units

-- notices
-- Product 103 is of a department of no division; product 555 does not exist.
select 'JOIN.ORPHANS' as code, 2 as rows
