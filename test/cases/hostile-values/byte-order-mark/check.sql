select 524288 as ids
