select sum(id) as ids from events where happened >= '2024-10-26 23:00:00+00' and happened < '2024-10-28 00:00:00+00'
