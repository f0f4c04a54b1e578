select 131072 + 256 + 32768 as ids
