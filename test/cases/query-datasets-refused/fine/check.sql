select 6 as count_fine
