create table words (id integer, word varchar);
insert into words values
  (1, 'apple'), (2, 'Apple'), (4, 'apple '), (8, ' apple'),
  (16, ''), (32, null), (64, 'null'), (128, 'NULL'),
  (256, 'é'),                -- one code point
  (512, 'e' || chr(769)),    -- e and a combining accent: another text
  (1024, 'z'), (2048, 'Z'), (4096, '10'), (8192, '9'), (16384, '_'),
  (32768, chr(65374)),       -- U+FF5E, after the emoji if sorted by UTF-16
  (65536, chr(128512)),      -- U+1F600
  (131072, 'ß'), (262144, 'ss'), (524288, 'apple');

create table tags (tag varchar, meaning varchar);
insert into tags values ('apple', 'fruit'), ('Apple', 'company'), ('', 'empty'), ('null', 'word'), ('é', 'letter');
