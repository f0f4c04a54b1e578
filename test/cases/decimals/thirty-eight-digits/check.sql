select 0.29 as huge_total, 180143985094819.61 as net
