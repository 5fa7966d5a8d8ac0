-- Les demandes que l'on suit encore chez le prestataire, et celle dont il parle.
set lock_timeout = '10min';
drop index concurrently if exists convention_confiee;
create index concurrently convention_confiee on convention (id) where confiee and not demande_finie;
drop index concurrently if exists convention_demande;
create unique index concurrently convention_demande on convention (demande) where demande is not null;
