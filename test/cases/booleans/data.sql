create table flags (id integer, a boolean, b boolean);
insert into flags values
  (1, true, true), (2, true, false), (4, true, null), (8, false, true), (16, false, false), (32, false, null),
  (64, null, true), (128, null, false), (256, null, null);
