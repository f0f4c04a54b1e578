select 16 as booked, 48 as delivered
