select text as texts__text, id as ids from texts where id < 32769 order by hex(encode(text))
