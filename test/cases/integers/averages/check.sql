select (2147483647::bigint + 7 + 7 - 7 - 7 + 7 + 7) / 7.0 as average_a, 27670116110564327421::double / 6 as average_big
