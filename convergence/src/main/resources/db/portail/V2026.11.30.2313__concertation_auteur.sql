-- Ce que quelqu'un a écrit lui est remis quand il demande ses données.
set lock_timeout = '10min';
drop index concurrently if exists concertation_note_auteur;
create index concurrently concertation_note_auteur on concertation_note (auteur);
