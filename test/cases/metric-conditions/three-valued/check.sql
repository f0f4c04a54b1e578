select 1 + 2 + 8 + 64 + 128 as real_amount, 1 + 2 + 8 + 16 + 32 + 64 + 128 as surely_real_amount
