select * from (values ('?', null, 20, 4, null), ('asc', '東京', 10, 1, 1100), ('desc', '京都', 20, 2, 2200))
  as hand(odd_facts__ordering, odd_facts__japan, odd_facts__dotted, question_marks, blanks)
