-- All of them but the one of -0.25.
select 20180143985094819.88::decimal(38, 2) + 0.25 as amount
