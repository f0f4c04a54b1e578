select shop as visits__shop, count(distinct visitor) as visitors, count(distinct name) as names, count(distinct visitor) as exact, count(*) as visit_count
from visits group by 1 order by 1 nulls last
