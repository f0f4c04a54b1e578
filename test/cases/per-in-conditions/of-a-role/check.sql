select sum(amount)::int as transferred from transfers where payee_id in (2, 3, 4)
