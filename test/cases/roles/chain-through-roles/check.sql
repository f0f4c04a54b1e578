-- rows
select * from (values
  ('Britain', 'Britain', 4),
  ('Britain', 'France', 1),
  ('Britain', null, 32),
  ('France', 'Britain', 2),
  ('Japan', 'Japan', 8),
  (null, 'Britain', 16),
  (null, null, 64)) as hand(origin__countries__name, destination__countries__name, tons)

-- totals
select 127 as tons

-- notices
-- Atlantis is in no country; port 77 does not exist.
select * from (values ('JOIN.ORPHANS', 1), ('JOIN.ORPHANS', 1)) as hand(code, rows)
