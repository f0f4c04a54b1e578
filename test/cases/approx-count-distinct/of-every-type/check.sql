select 3 as visitors, 4 as names, 4 as prices, 3 as days, 3 as moments, 2 as kinds
