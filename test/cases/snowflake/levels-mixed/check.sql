select * from (values ('A', 'Beds', 'Home', 8), ('A', 'Light', 'Home', 3), ('B', 'Light', 'Home', 4))
  as hand(products__brand, departments__name, divisions__name, units)
