create table numbers (kind varchar, a integer, b integer, big bigint, tiny smallint);
insert into numbers values
  ('+/+',  7,  2,  9223372036854775807, 32767),
  ('+/-',  7, -2,  9223372036854775807, 32767),
  ('-/+', -7,  2,  9223372036854775807, 32767),
  ('-/-', -7, -2, -9007199254740993, -1),
  ('/0',   7,  0, 9007199254740993, null),
  ('/null', 7, null, null, null),
  ('max', 2147483647, 2147483647, 0, 0);
