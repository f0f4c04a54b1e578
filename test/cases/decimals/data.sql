create table money (kind varchar, amount decimal(18, 2), rate decimal(9, 6), huge decimal(38, 2), fine decimal(10, 8), pieces integer, weight double);
insert into money values
  ('large', 9999999999999999.99, 1.000001, 99999999999999999999999999999999999.99, 0.00000001, 3, 0.5),
  ('large', 9999999999999999.99, 0.000001, 0.01, 99.99999999, 7, 0.25),
  ('near',  90071992547409.93, 1.0, -0.01, 1.0, 1, 1.0),  -- one cent more than a double holds
  ('near',  90071992547409.92, 1.0, 0.00, 1.0, 1, 1.0),
  ('small', 0.10, 0.5, 0.10, 0.5, 1, 0.1),
  ('small', 0.20, 0.5, 0.20, 0.5, 1, 0.2),
  ('small', -0.25, 0.5, null, 0.5, -2, null),
  ('small', null, null, null, null, null, null);
