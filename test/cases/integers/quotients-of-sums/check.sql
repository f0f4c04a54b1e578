-- 7 - 7 + 7 + 7 = 14 over 2 + 2 + 0 = 4
select 3.5 as a_per_b, 3 as div_of_sums, 2 as mod_of_sums, 3.5 as seven_halves
