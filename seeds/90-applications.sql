-- Thornbury Savings, the sister company since July 2023: people who apply for an account there, step by step. The last dozen applied
-- in the last two weeks, at every scale. Dirt: applicants who are no customers of the shop or erased ones (orphans), test applications,
-- steps that were entered twice (duplicates), reasons in odd case, '', 'null' and NULL.

create temp table applicants as
  with drawn as (
    select
      1 + i as n,
      case when i < 12 then 911 - i else 181 + greatest(dice(1 + i, 411, 731), dice(1 + i, 412, 731)) end as day_index,
      i < 12 as is_recent
    from size, range(0, orders // 6 + 70) as numbers(i)
  ),
  placed as (
    select
      row_number() over (order by day_index, dice(drawn.n, 413, 50400), drawn.n) as application_id,
      drawn.n,
      is_recent,
      midnight_s + 25200 + dice(drawn.n, 413, 50400) as started_s,
      case
        when dice(drawn.n, 414, 10) < 4 then null
        when dice(drawn.n, 415, 70) = 0 then 90000000 + drawn.n
        else 1 + dice(drawn.n, 416, customers_upto)
      end as customer_id,
      not is_recent and dice(drawn.n, 417, 60) = 0 as is_test,
      case
        when is_recent and drawn.n <= 7 then null
        when dice(drawn.n, 418, 100) < 11 then 1
        when dice(drawn.n, 419, 100) < 16 then 2
        when dice(drawn.n, 420, 100) < 7 then 3
        when dice(drawn.n, 421, 100) < 9 then 4
        when dice(drawn.n, 422, 100) < 3 then 5
      end as dropped_at
    from drawn join days using (day_index)
  )
  select * from placed;

create temp table steps_taken as
  select
    application_id,
    n,
    step_number,
    n * 8 + step_number as m,
    is_recent,
    started_s + (step_number - 1) * 420 + dice(n * 8 + step_number, 423, 200) as entered_s,
    started_s + step_number * 420 + case when step_number = 5 then dice(n, 424, 90000) else 0 end as left_s,
    step_number = dropped_at as is_last
  from applicants, range(1, 6) as numbers(step_number)
  where step_number <= coalesce(dropped_at, 5);

create table shop.application_steps as
  with attempts as (
    select *, 1 as attempt, dice(m, 425, 15) < case when is_last then 6 else 1 end as is_repeated from steps_taken
    union all
    select *, 2, false from steps_taken where dice(m, 425, 15) < case when is_last then 6 else 1 end
  )
  select
    application_id,
    step_number::integer as step_number,
    attempt::integer as attempt,
    ['details', 'identity', 'suitability', 'bank', 'signature'][step_number] as step,
    to_timestamp(entered_s + (attempt - 1) * 90) as entered_at,
    case when left_s <= now_s and not (is_last is true and is_recent) then to_timestamp(left_s) end as left_at,
    case
      when is_repeated then 'returned'
      when left_s > now_s or (is_last is true and is_recent) then 'waiting'
      when is_last then 'dropped'
      else 'done'
    end as outcome,
    case when is_last and not is_recent and not is_repeated then
      case dice(m, 426, 24)
        when 0 then null
        when 1 then ''
        when 2 then 'null'
        when 3 then 'Too Many Questions'
        else ['papers not at hand', 'papers not at hand', 'too many questions', 'fees unclear', 'technical fault', 'changed mind']
          [1 + dice(m, 427, 6)]
      end
    end as reason
  from attempts, size
  order by application_id, step_number, attempt;

-- Four in ten go to a person; the others are decided by rules within the minute.
create temp table judged as
  with submitted as (
    select applicants.*, left_s as submitted_s
    from applicants join steps_taken using (application_id)
    where step_number = 5 and dropped_at is null and left_s <= (select now_s from size)
  )
  select
    *,
    is_recent or dice(n, 428, 10) < 4 as is_reviewed,
    case
      when not (is_recent or dice(n, 428, 10) < 4) then submitted_s + 40
      when is_recent and n <= 5 then null
      when dice(n, 429, 300) = 0 then null                                               -- forgotten
      else submitted_s + 14400 + dice(n, 430, 300000) + case when dice(n, 431, 9) = 0 then 500000 else 0 end
    end as decided_s,
    case
      when not (is_recent or dice(n, 428, 10) < 4) then case when dice(n, 432, 25) = 0 then 'declined' else 'approved' end
      when dice(n, 432, 100) < 17 then 'declined'
      when dice(n, 432, 100) < 22 then 'withdrawn'
      else 'approved'
    end as decision
  from submitted;

create table shop.applications as
  select
    applicants.application_id,
    applicants.customer_id,
    to_timestamp(applicants.started_s) as started_at,
    to_timestamp(submitted_s) as submitted_at,
    case when decided_s <= now_s then to_timestamp(decided_s) end as decided_at,
    ['savings', 'savings', 'savings', 'isa', 'isa', 'investing'][1 + dice(applicants.n, 433, 6)] as product,
    case dice(applicants.n, 434, 50) when 0 then '' when 1 then 'Shop ' else ['web', 'web', 'app', 'app', 'shop'][1 + dice(applicants.n, 435, 5)] end as channel,
    case
      when submitted_s is null and (applicants.dropped_at is null or applicants.is_recent) then 'started'
      when submitted_s is null then 'abandoned'
      when decided_s is null or decided_s > now_s then 'submitted'
      else decision
    end as status,
    applicants.is_test
  from applicants
  cross join size
  left join judged using (application_id)
  order by application_id;
