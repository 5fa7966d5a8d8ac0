-- Les paiements d'un état rare, que la liste de travail demande.
set lock_timeout = '10min';
drop index concurrently if exists paiement_par_etat;
create index concurrently paiement_par_etat on paiement (etat, dossier, etape) where courant;
