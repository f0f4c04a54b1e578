select 0 as prices, null::int as units -- ('fr', NULL) is no key
