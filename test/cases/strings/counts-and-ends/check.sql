select 18 as different, 19 as present, '' as first_word, chr(128512) as last_word
