select 18 as units, 6 as sold_units
