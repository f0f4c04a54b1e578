select 0 as late_visitors
