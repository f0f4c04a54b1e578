select null as sales__shop, 0 as amount where false
