-- 0.10 * 0.5 = 0.05, 0.20 * 0.5 = 0.10, -0.25 * 0.5 = -0.125
select * from (values (-0.3, -0.25, -0.13), (0.1, 0.10, 0.05), (0.2, 0.20, 0.10), (null, null, null)) as hand(money__rounded, amount, rounded_total)
