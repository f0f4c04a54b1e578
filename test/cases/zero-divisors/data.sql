create table facts (kind varchar, i integer, d decimal(8, 2), f double);
insert into facts values
  ('zero', 0, 0.00, 0.0), ('zero', 0, 5.00, -0.0),
  ('cancel', 3, 1.00, 0.5), ('cancel', -3, -1.00, -0.5),
  ('null', null, null, null),
  ('fine', 2, 1.00, 4.0), ('fine', 0, 3.00, 0.0);
