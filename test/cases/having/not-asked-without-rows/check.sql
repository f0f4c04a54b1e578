select null::int as none
