select * from (values ('cancel', 1 / 3.0 + 1 / 3.0, -1.0), ('fine', 0.5, 2.0), ('null', null, -1.0), ('zero', null, -1.0))
  as hand(facts__kind, row_ratios, guarded)
