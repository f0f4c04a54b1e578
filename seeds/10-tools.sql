-- What the other files share: the size of the company, dice that always fall the same way, and pence to pounds.
-- Everything here is temporary; only the schema `shop` stays in the database.

create schema shop;

create temp table size as
  select
    getvariable('orders')::bigint            as orders,
    getvariable('orders')::bigint * 3 // 10  as customers,
    date '2023-01-01'                        as first_day,
    date '2025-06-30'                        as last_day,
    1751356800                               as now_s;      -- 2025-07-01 09:00 in London, as in definitions/company.yaml

-- Dice without random() or hash(): 32-bit integer mixing (multiply, shift, xor), equal in every version of every database.
-- `n` is the row (below 2^31), the result is in [0, faces); `salt` tells one column's dice from another's, and is chosen so that
-- even the tiny company has every kind of dirt.
create temp macro stir(h) as (xor(h, h >> 16) * 73244475) % 4294967296;
create temp macro dice(n, salt, faces) as
  (stir(stir((n::bigint * 2654435761 + salt::bigint * 668265263) % 4294967296)) >> 4) % faces;

create temp macro pounds(pence) as (pence::bigint * 0.01)::decimal(12, 2);
