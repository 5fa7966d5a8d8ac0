-- Les tables prennent le nom du paquet qui les tient. Un nœud de la version précédente ne les trouve plus : on arrête tout
-- pour cette mise à jour-ci.
alter table candidature_reponses rename to saisie_reponses;
alter table candidature_revision rename to saisie_revision;
alter table candidature_edition rename to saisie_edition;
alter table candidature_page rename to saisie_page;
alter function candidature_edition_immuable rename to saisie_edition_immuable;
alter trigger candidature_edition_immuable on saisie_edition rename to saisie_edition_immuable;
alter table transfert_contact rename to contact_correction;
