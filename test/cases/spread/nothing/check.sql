select null::double as of_none
