create table countries (code varchar, name varchar, continent varchar);
insert into countries values ('GB', 'Britain', 'Europe'), ('FR', 'France', 'Europe'), ('JP', 'Japan', 'Asia');

create table ports (port_id integer, town varchar, country varchar);
insert into ports values (1, 'Dover', 'GB'), (2, 'Calais', 'FR'), (3, 'Kobe', 'JP'), (4, 'Atlantis', 'AT'), (5, 'Hull', 'GB');

create table shipments (shipment_id integer, from_port integer, to_port integer, tons integer);
insert into shipments values
  (10, 1, 2, 1), (11, 2, 1, 2), (12, 1, 5, 4), (13, 3, 3, 8), (14, 4, 1, 16), (15, 1, null, 32), (16, null, 77, 64);

create table containers (shipment_id integer, weight integer);
insert into containers values (10, 100), (10, 200), (13, 400), (99, 800), (16, 1600);
