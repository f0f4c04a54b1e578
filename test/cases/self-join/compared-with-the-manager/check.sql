select 1 as paid_above_manager, (60 - 100) + (120 - 100) + (50 - 60) as gap_to_manager
