select null as items__color, 0 as ids where false
