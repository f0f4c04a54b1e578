create table "select * from ""x""; --" ("a key?" integer, "Straße" varchar, "percent %s $1 :name ??" varchar);
insert into "select * from ""x""; --" values (1, 'Allee', '100 %'), (2, 'Gasse', '$1');

create schema "odd schema?";
create table "odd schema?"."tab""le" ("we ""quote"" it" integer, "a.b" integer, "order" varchar, "?" integer, "日本" varchar, "x as y" integer,
  " " integer, "it's" timestamptz);
insert into "odd schema?"."tab""le" values
  (1, 10, 'asc',  1, '東京', 100, 1000, '2024-01-01 00:00:00+00'),
  (2, 20, 'desc', 2, '京都', 200, 2000, '2024-02-01 00:00:00+00'),
  (9, 20, '?',    4, null,   400, 4000, '2024-02-02 00:00:00+00');
