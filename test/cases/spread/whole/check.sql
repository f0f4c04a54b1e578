select sum((whole - mean) ** 2) / (count(whole) - 1) as variance_of_wholes
from measures, (select avg(whole) as mean from measures)
