create table price_lists (market varchar, product integer, tier varchar);
insert into price_lists values ('uk', 1, 'low'), ('uk', 2, 'high'), ('fr', 1, 'high'), ('fr', null, 'broken');

create table orders (product_code integer, market_code varchar, amount integer);
insert into orders values
  (1, 'uk', 1), (1, 'fr', 2), (2, 'uk', 4), (2, 'uk', 8),
  (2, 'fr', 16),     -- each part exists, the pair does not
  (1, null, 32), (null, 'fr', 64), (null, null, 128); -- a part is missing: no key

create table stock (market varchar, product integer, units integer);
insert into stock values ('uk', 1, 5), ('fr', 1, 6), ('UK', 1, 7);
