select *, samples__id as ids from (values
  (1, 'ÉTÉ', 'été', 'été', 3), (2, ' AB ', ' ab ', 'Ab', 4), (4, '100%', '100%', '100%', 4), (8, null, null, null, null), (16, 'TEST', 'test', 'test', 4)) as hand(samples__id, samples__loud, samples__quiet, samples__trimmed, samples__characters)
