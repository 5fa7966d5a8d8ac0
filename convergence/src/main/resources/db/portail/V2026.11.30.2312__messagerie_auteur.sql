-- Ce que quelqu'un a écrit lui est remis quand il demande ses données.
set lock_timeout = '10min';
drop index concurrently if exists messagerie_message_auteur;
create index concurrently messagerie_message_auteur on messagerie_message (auteur);
