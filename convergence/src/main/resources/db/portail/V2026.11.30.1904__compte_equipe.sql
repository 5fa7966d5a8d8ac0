-- L'équipe, peu nombreuse, se lit sans parcourir les comptes des référents.
set lock_timeout = '10min';
drop index concurrently if exists compte_equipe_active;
create index concurrently compte_equipe_active on compte (role, id) where role <> 'REFERENT' and etat = 'ACTIF';
