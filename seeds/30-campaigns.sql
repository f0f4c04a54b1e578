-- The marketing plan, written by hand, the same at every scale.
--   reach   orders won, per hundred online orders of a day     budget  pounds spent per hundred orders of the whole company
--   cpc     pence a click                                      ctr     clicks per ten thousand impressions
-- Without reach: campaigns that win no order. Without budget: campaigns that cost nothing. Dirt: ' Social', ''.

create temp table plan as
  select * from (values
    (101, 'Always-on search 2023',    'search',    'sales',       date '2023-01-01', date '2023-12-31', 26, 430, 46, 290),
    (102, 'Always-on search 2024',    'search',    'sales',       date '2024-01-01', date '2024-12-31', 26, 480, 51, 280),
    (103, 'Always-on search 2025',    'search',    'sales',       date '2025-01-01', null,              26, 530, 57, 270),
    (111, 'Newsletter 2023',          'email',     'loyalty',     date '2023-01-01', date '2023-12-31', 12, 130, 11, 240),
    (112, 'Newsletter 2024',          'email',     'loyalty',     date '2024-01-01', date '2024-12-31', 13, 150, 11, 250),
    (113, 'Newsletter 2025',          'email',     'loyalty',     date '2025-01-01', null,              14, 170, 12, 235),
    (121, 'Partner sites 2023',       'affiliate', 'sales',       date '2023-02-01', date '2023-12-31', 10, 170, 33, 170),
    (122, 'Partner sites 2024',       'affiliate', 'sales',       date '2024-01-15', date '2024-12-31', 10, 180, 35, 165),
    (123, 'Partner sites 2025',       'affiliate', 'sales',       date '2025-01-15', null,               8, 165, 38, 160),
    (131, 'New homes 2023',           'social',    'acquisition', date '2023-04-01', date '2023-10-31', 13, 310, 40, 120),
    (132, 'New homes 2024',           'social',    'acquisition', date '2024-03-01', date '2024-10-31', 13, 355, 43, 115),
    (133, 'New homes 2025',           'social',    'acquisition', date '2025-03-01', null,              13, 385, 47, 110),
    (141, 'Spring garden 2023',       'social',    'sales',       date '2023-03-10', date '2023-05-31',  8, 180, 36, 140),
    (142, 'Spring garden 2024',       'social',    'sales',       date '2024-03-08', date '2024-06-02', 10, 210, 38, 135),
    (143, 'Spring garden 2025',       ' Social',   'sales',       date '2025-03-07', date '2025-06-01', 10, 220, 41, 130),
    (151, 'Come back to the basket',  'display',   'sales',       date '2023-06-01', null,               7, 190, 58, 105),
    (161, 'Autumn catalogue 2023',    'post',      'loyalty',     date '2023-09-04', date '2023-10-15',  8, 180, null, null),
    (162, 'Autumn catalogue 2024',    'post',      'loyalty',     date '2024-09-02', date '2024-10-13',  8, 200, null, null),
    (171, 'Black Friday 2023',        'search',    'sales',       date '2023-11-20', date '2023-11-28', 22, 480, 62, 330),
    (172, 'Black Friday 2024',        'search',    'sales',       date '2024-11-25', date '2024-12-03', 23, 530, 68, 340),
    (181, 'Gifts that fit 2023',      'social',    'sales',       date '2023-11-15', date '2023-12-20', 15, 360, 44, 150),
    (182, 'Gifts that fit 2024',      'social',    'sales',       date '2024-11-14', date '2024-12-20', 15, 395, 48, 145),
    (191, 'Refer a friend',           'referral',  'acquisition', date '2023-05-01', null,               5,   0, null, null),
    (192, 'Lantern film 2024',        'display',   'awareness',   date '2024-10-01', date '2024-11-30',  0, 240, 80, 100),
    (193, 'Radio pilot',              'audio',     'awareness',   date '2025-05-05', date '2025-06-15',  0, 110, null, null),
    (194, 'Wedding lists 2025',       'email',     'acquisition', date '2025-09-01', null,               0,   0, 12, 220),
    (199, 'untitled',                 '',          null,          date '2024-02-01', date '2024-02-29',  1,  25, 45, 110)
  ) as plan(campaign_id, name, channel, goal, starts_on, ends_on, reach, budget, cpc, ctr);

create table shop.campaigns as
  select campaign_id::integer as campaign_id, name, channel, goal, starts_on, ends_on
  from plan
  order by campaign_id;

-- Of a hundred online orders on this day, which campaign won the one that drew `ticket`? No row: nobody's merit.
create temp table won as
  with live as (
    select
      day,
      campaign_id,
      reach,
      sum(reach) over (partition by day order by campaign_id) - reach as first_ticket
    from plan join days on day >= starts_on and (ends_on is null or day <= ends_on)
    where reach > 0
  )
  select day, (first_ticket + i)::bigint as ticket, campaign_id::integer as campaign_id
  from live, range(0, reach) as tickets(i);
