-- Ce que le calendrier parcourt : les étapes fermées d'un guichet, sans relire celles qui sont ouvertes.
set lock_timeout = '10min';
drop index concurrently if exists dossier_etape_fermees;
create index concurrently dossier_etape_fermees on dossier_etape (guichet, code, dossier) where etat = 'FERMEE';
