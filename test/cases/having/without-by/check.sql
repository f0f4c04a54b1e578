select 1 as amount where false
