select count(*) as pairs from (select distinct market_code, product_code from orders
  where market_code is not null and product_code is not null)
