-- Sofa: 3 / 3. Rug: its cost is NULL, so 3, over one complaint.
select * from (values ('lamp', 5.0, 7), ('rug', 3.0, null), ('sofa', 1.0, 1), (null, 1.0, 2))
  as hand(products__kind, cost_each, units)
