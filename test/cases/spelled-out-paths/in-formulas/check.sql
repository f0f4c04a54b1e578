select 28 as stored_in_britain, 2 + 64 as at_home
