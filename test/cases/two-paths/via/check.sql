select * from (values ('Britain', 'Britain', 4), ('Britain', 'France', 1), ('France', 'France', 2), (null, 'Britain', 32))
  as hand(countries__name, customers__countries__name, pieces)
