-- One voice per customer, quarter and attitude; a score of 99 is none. Late cards count in the quarter that they were filled in.
with voices as (
  select distinct
    wave, customer_id,
    case when score <= 6 then -1 when score <= 8 then 0 else 1 end as voice
  from shop.surveys
  where score >= 0 and score <= 10
),
people as (select wave, count(distinct customer_id) as n from voices group by 1)
select
  s.wave                                                                            as surveys__wave,
  any_value((select 100 * sum(voice)::double / any_value(p.n) from voices v join people p using (wave) where v.wave = s.wave)) as nps,
  any_value(coalesce((select n from people p where p.wave = s.wave), 0))            as survey_answers,
  avg(case when received_on - answered_on > 14 then 1.0 else 0.0 end)               as late_answer_rate
from shop.surveys s
group by s.wave
order by s.wave
