-- What we sell and where it lies, written by hand, the same at every scale.
-- Dirt: categories ' Garden', '' and 'null', an unknown cost, a product that is not out yet, one that was never sold.

create table shop.products as
  select product_id::integer as product_id, name, category, supplier, price::decimal(10, 2) as price, cost::decimal(10, 2) as cost,
    launched_on, discontinued_on
  from (values
    ( 1, 'Linen throw',            'Bedroom',   'Weavers of Hay',    39.00, 17.10, date '2019-03-01', null),
    ( 2, 'Stoneware mug',          'Tableware', 'Calder Pottery',    11.50,  4.05, date '2019-03-01', null),
    ( 3, 'Tea towel, pair',        'Kitchen',   'Weavers of Hay',    12.00,  4.40, date '2019-03-01', null),
    ( 4, 'Beeswax candle',         'Lighting',  'Ashby & Daughter',  14.00,  5.25, date '2019-03-01', null),
    ( 5, 'Terracotta pot, small',  'Garden',    'Kiln Lane',          9.00,  3.10, date '2019-03-01', null),
    ( 6, 'Terracotta pot, large',  'Garden',    'Kiln Lane',         24.00,  9.60, date '2019-03-01', null),
    ( 7, 'Watering can',           ' Garden',   'Tin Works',         32.00, 14.20, date '2019-03-01', null),
    ( 8, 'Garden twine',           'Garden',    'Tin Works',          6.50,  1.90, date '2019-03-01', null),
    ( 9, 'Oak chopping board',     'Kitchen',   'Fell Timber',       42.00, 21.00, date '2019-06-01', null),
    (10, 'Serving bowl',           'Tableware', 'Calder Pottery',    36.00, 15.30, date '2019-06-01', null),
    (11, 'Dinner plate',           'Tableware', 'Calder Pottery',    16.00,  6.40, date '2019-06-01', null),
    (12, 'Wool blanket',           'Bedroom',   'Weavers of Hay',    89.00, 43.00, date '2019-09-01', null),
    (13, 'Duvet cover',            'Bedroom',   'Weavers of Hay',    74.00, 31.50, date '2019-09-01', null),
    (14, 'Pillowcase, pair',       'Bedroom',   'Weavers of Hay',    24.00,  9.30, date '2019-09-01', null),
    (15, 'Bath towel',             'Bath',      'Weavers of Hay',    22.00,  8.80, date '2020-01-15', null),
    (16, 'Bath mat',               'Bath',      'Weavers of Hay',    28.00, 11.90, date '2020-01-15', null),
    (17, 'Soap dish',              'Bath',      'Calder Pottery',    13.00,  4.70, date '2020-01-15', null),
    (18, 'Lavender soap',          'Bath',      'Ashby & Daughter',   7.50,  2.15, date '2020-01-15', null),
    (19, 'Storm lantern',          'Lighting',  'Tin Works',         38.00, 17.70, date '2020-05-01', null),
    (20, 'Table lamp',             'Lighting',  'Fell Timber',       95.00, 47.50, date '2020-05-01', null),
    (21, 'Lampshade',              'Lighting',  'Weavers of Hay',    45.00, 20.00, date '2020-05-01', null),
    (22, 'Wicker basket',          'Storage',   'Levels Willow',     34.00, 15.60, date '2020-09-01', null),
    (23, 'Log basket',             'Storage',   'Levels Willow',     58.00, 27.40, date '2020-09-01', null),
    (24, 'Peg rail',               'Storage',   'Fell Timber',       29.00, 12.80, date '2020-09-01', null),
    (25, 'Coat stand',             'Storage',   'Fell Timber',      119.00, 61.00, date '2021-02-01', null),
    (26, 'Bread bin',              'Kitchen',   'Tin Works',         46.00, 20.90, date '2021-02-01', null),
    (27, 'Enamel pan',             'Kitchen',   'Tin Works',         54.00, 25.10, date '2021-02-01', null),
    (28, 'Rolling pin',            'Kitchen',   'Fell Timber',       15.00,  5.60, date '2021-02-01', null),
    (29, 'Apron',                  'Kitchen',   'Weavers of Hay',    26.00, 10.20, date '2021-02-01', null),
    (30, 'Garden bench',           'Garden',    'Fell Timber',      249.00, 138.00, date '2021-04-01', null),
    (31, 'Bird feeder',            'Garden',    'Tin Works',         19.50,  7.90, date '2021-04-01', null),
    (32, 'Hand trowel',            'Garden',    'Tin Works',         17.00,  6.60, date '2021-04-01', null),
    (33, 'Kneeling mat',           'Garden',    'Levels Willow',     21.00,  8.40, date '2022-03-01', date '2024-09-30'),
    (34, 'Seed box',               '',          'Fell Timber',       27.00, 11.40, date '2022-03-01', null),
    (35, 'Gift card holder',       'null',      'Ashby & Daughter',   3.00,  0.80, date '2022-10-01', null),
    (36, 'Advent candle',          'Lighting',  'Ashby & Daughter',  18.00,  7.20, date '2022-10-01', date '2025-01-06'),
    (37, 'Quilt',                  'Bedroom',   'Weavers of Hay',   165.00, 84.00, date '2023-02-01', null),
    (38, 'Picnic rug',             'Garden',    'Weavers of Hay',    59.00, 26.50, date '2023-05-01', null),
    (39, 'Fire pit',               'Garden',    'Tin Works',        139.00,  null, date '2023-05-01', null),
    (40, 'Bookends',               'Storage',   'Fell Timber',       33.00, 14.00, date '2023-10-01', null),
    (41, 'Greenhouse shelf',       'Garden',    'Fell Timber',       79.00, 38.00, date '2025-09-01', null),
    (42, 'Sample swatches',        null,        'null',               0.00,  0.35, date '2020-01-15', null)
  ) as plan(product_id, name, category, supplier, price, cost, launched_on, discontinued_on)
  order by product_id;

create table shop.warehouses as
  select warehouse_id::integer as warehouse_id, name, region, opened_on, closed_on
  from (values
    (1, 'Swindon', 'South West', date '2018-11-01', null),
    (2, 'Leeds',   'Yorkshire',  date '2020-02-01', null),
    (3, 'Perth',   'Scotland ',  date '2021-06-01', date '2024-06-30')
  ) as plan(warehouse_id, name, region, opened_on, closed_on)
  order by warehouse_id;
