-- Une adresse se cherche sans ses capitales : la boîte est la même.
set lock_timeout = '10min';
drop index concurrently if exists courriel_par_destinataire_sans_casse;
create index concurrently courriel_par_destinataire_sans_casse on courriel (lower(destinataire), id desc);
drop index concurrently if exists courriel_par_destinataire;
