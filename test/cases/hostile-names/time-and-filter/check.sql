select * from (values ('2024-01-01', 1), ('2024-02-01', 2)) as hand(time, question_marks)
