-- Shipment 12 from Dover to Hull, and 15 from Dover to nowhere: `ne` keeps NULL.
select 36 as tons, 2 as shipment_count
