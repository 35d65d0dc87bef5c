insert into author (id, name) values (1, 'Ursula K. Le Guin');
insert into book (id, title, author_id) values (1, 'A Wizard of Earthsea', 1);
insert into book (id, title, author_id) values (2, 'The Dispossessed', 1);
