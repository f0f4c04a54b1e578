-- i = -3: -1.00 / -3. i = 3: 1.00 / 3. i = 2: 1.00 / 2. i = 0 and NULL: the sum of i is 0.
select * from (values (-1 / 3.0, 1 / 3.0), (1 / 3.0, 1 / 3.0), (0.5, 0.5), (null, -1.0)) as hand(facts__inverse, guarded)
