select * from (values ('large', -1, 15), ('none', -1, 7), ('small', null, 11), (null, -1, -4)) as hand(samples__size, chosen, highest_sum)
