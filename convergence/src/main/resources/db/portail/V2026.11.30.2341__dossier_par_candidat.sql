-- Les dossiers d'un établissement, quel qu'en soit le guichet.
set lock_timeout = '10min';
drop index concurrently if exists dossier_par_candidat;
create index concurrently dossier_par_candidat on dossier (candidat_type, candidat, id desc);
