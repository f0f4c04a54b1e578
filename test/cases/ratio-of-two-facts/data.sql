create table campaigns (campaign_id integer, channel varchar);
insert into campaigns values (1, 'search'), (2, 'search'), (3, 'post'), (4, 'radio'), (5, 'social');

-- Social spends nothing, and radio spends in vain.
create table orders (campaign_id integer, ordered_on date, amount decimal(12, 2));
insert into orders values
  (1, '2024-01-10', 60.00), (1, '2024-01-20', 40.00), (2, '2024-02-01', 20.00),
  (3, '2024-02-02', 9.99), (5, '2024-02-03', 500.00), (null, '2024-02-04', 70.00);

create table costs (campaign_id integer, spent_on date, spend decimal(12, 2));
insert into costs values
  (1, '2024-01-01', 10.00), (1, '2024-01-02', 10.00), (2, '2024-01-03', 20.00),
  (3, '2024-02-01', 3.00), (4, '2024-03-01', 8.00);
