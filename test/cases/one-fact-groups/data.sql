create table products (product_id integer, kind varchar);
insert into products values (1, 'lamp'), (2, 'sofa'), (3, 'rug');

create table sales (product_id integer, sold_on date, units integer);
insert into sales values (1, '2024-01-05', 3), (1, '2024-02-01', 4), (2, '2024-01-31', 1), (null, '2024-01-01', 2);

-- The rug was never sold; its one complaint has no cost, person or severity.
create table complaints (product_id integer, raised_on date, cost decimal(8, 2), person varchar, severity integer);
insert into complaints values (1, '2024-02-29', 9.50, 'ann', 2), (1, '2024-03-01', 0.50, 'ann', 5), (3, '2024-03-02', null, null, null);
