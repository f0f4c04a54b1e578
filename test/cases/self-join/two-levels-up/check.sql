-- rows
select (select name from employees up where up.employee_id =
    (select manager_id from employees m where m.employee_id = e.manager_id)) as manager__manager__name,
  name as employees__name, 1 as headcount
from employees e order by 2

-- notices
select 'JOIN.ORPHANS' as code, 1 as rows
