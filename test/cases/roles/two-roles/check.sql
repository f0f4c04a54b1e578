-- rows
select (select town from ports where port_id = from_port) as origin__town,
  (select town from ports where port_id = to_port) as destination__town, tons, 1 as shipment_count
from shipments order by 1 nulls last, 2 nulls last

-- notices
select 'JOIN.ORPHANS' as code, 1 as rows
