select region as customers__region from customers order by 1 nulls last limit 3 offset 1
