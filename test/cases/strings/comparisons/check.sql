-- After z: ß é U+FF5E U+1F600. From A to a: Apple NULL Z _.
select 131072 + 256 + 32768 + 65536 as after_z, 2 + 128 + 2048 + 16384 as between_cases
