select shop as sales__shop, amount from sales where false
