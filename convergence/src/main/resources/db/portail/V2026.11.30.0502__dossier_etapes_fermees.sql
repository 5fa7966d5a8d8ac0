create index concurrently if not exists dossier_etape_fermees on dossier_etape (guichet, code, dossier) where etat = 'FERMEE';
