select 16 + 32 + 64 + 128 as amount -- the pair fr 2 does not exist
