select 1 as large_ids, 0 + 3 - 4 + 7 as chosen, 22 as highest_sum, 3.67 as rounded_ratio, 'XY:été' as label, 365 as days_spanned
