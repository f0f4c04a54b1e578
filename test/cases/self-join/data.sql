create table employees (employee_id integer, name varchar, manager_id integer, salary integer, grade varchar);
insert into employees values
  (1, 'Ada', null, 100, 'a'), (2, 'Bob', 1, 60, null), (3, 'Cleo', 1, 120, 'b'), (4, 'Dan', 2, 50, 'a'), (5, 'Eve', 9, 70, null);
