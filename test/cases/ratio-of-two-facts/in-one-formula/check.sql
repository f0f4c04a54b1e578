select * from (values ('post', 9.99 / 3.00), ('radio', null), ('search', 3.0), ('social', null), (null, null))
  as hand(campaigns__channel, roas_in_one_formula)
