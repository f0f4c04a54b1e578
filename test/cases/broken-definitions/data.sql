create table orders (amount integer, channel varchar);
insert into orders values (1, 'web'), (2, 'app');
