with hashes as (select md5(seen::varchar) as h from visits where seen is not null),
registers as (
  select substr(h, 1, 3) as register, max(49 - length(bin(('0x' || substr(h, 4, 12))::ubigint))) as rank
  from hashes group by all
)
select round(case
  when 0.7213 / (1 + 1.079 / 4096) * 4096 * 4096 / (sum(0.5 ** rank) + 4096 - count(*)) <= 10240 and count(*) < 4096
    then 4096 * ln(4096 / (4096 - count(*)))
  else 0.7213 / (1 + 1.079 / 4096) * 4096 * 4096 / (sum(0.5 ** rank) + 4096 - count(*)) end)::bigint as moments from registers
