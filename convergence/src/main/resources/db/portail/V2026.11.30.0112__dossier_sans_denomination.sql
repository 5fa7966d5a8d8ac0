-- Les dossiers à qui DenominationsDAvant doit une dénomination : aucun, d'ordinaire, et il le voit sans les lire tous.
set lock_timeout = '10min';
drop index concurrently if exists dossier_sans_denomination;
create index concurrently dossier_sans_denomination on dossier (id) where strpos(candidat_nom, '(' || candidat || ')') = 0;
