-- DuckDB's own names do not differ in case; the answer's do.
select city as place, shop as "Place", amount
from (values ('Bath', 'North Gate', 10), ('Bath', 'South Gate', 20), ('York', 'Minster', 40), (null, null, 80)) as hand(city, shop, amount)
