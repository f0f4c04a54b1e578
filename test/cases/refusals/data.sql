create table countries (code varchar, name varchar);
create table customers (customer_id integer, country varchar, region varchar, birthday date);
create table warehouses (warehouse_id integer, country varchar, city varchar);
create table orders (order_id integer, customer_id integer, warehouse_id integer, billed_to integer, ordered_at timestamptz, wall timestamp,
  channel varchar, amount decimal(12, 2), is_gift boolean, weight double, pieces integer);
create table order_lines (order_id integer, sku varchar, units integer);
create table plans (day date, region varchar, goal integer);
