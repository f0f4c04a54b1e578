-- A single character: ? \ line end " % emoji blank.
select 1 + 8 + 128 + 32 + 64 + 4096 + 16384 as literal_ids, 8192 + 2 + 128 + 512 + 2048 + 4096 + 16384 + 131072 as like_ids
