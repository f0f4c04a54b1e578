create table customers (customer_id integer, region varchar, vip boolean, joined_on date);
insert into customers values
  (1, 'north', true, '2024-01-05'), (2, 'south', false, '2024-02-29'), (3, 'south', null, '2024-03-01'),
  (4, null, true, null), (5, 'north', false, '2024-03-31'),
  (null, 'north', true, '2024-03-31'); -- no key: nothing can belong to it

-- Amounts are powers of two, so that a sum says which rows there were.
create table orders (order_id integer, customer_id integer, ordered_on date, channel varchar, amount integer);
insert into orders values
  (10, 1, '2024-01-10', 'web', 1), (11, 1, '2024-02-10', 'app', 2), (12, 2, '2024-01-20', 'web', 4),
  (13, 3, '2024-02-05', null, 8), (14, 4, null, 'web', 16),
  (15, 9, '2024-01-05', 'web', 32), -- an orphan
  (16, null, '2024-01-06', 'web', 64);

create table tickets (ticket_id integer, customer_id integer);
insert into tickets values (1, 1), (2, 2), (3, 2), (4, 5), (5, 9), (6, null);

create table transfers (payer_id integer, payee_id integer, amount integer);
insert into transfers values (1, 2, 1), (2, 1, 2);

create table plans (goal integer);
insert into plans values (100);
