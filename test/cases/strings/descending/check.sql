select * from (values
  (chr(128512), 65536), (chr(65374), 32768), ('é', 256), ('ß', 131072), ('z', 1024), ('null', 64), ('e' || chr(769), 512),
  ('Z', 2048), ('NULL', 128), ('', 16), (null, 32)) as hand(words__word, ids)
