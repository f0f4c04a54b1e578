select region as customers__region from customers order by 1 nulls last
