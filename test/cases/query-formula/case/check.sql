select 2 as rows -- the second row of a, and c
