-- La date du fichier sur le poste qui l'envoie, en millisecondes : avec le nom et la taille, elle dit que deux demandes
-- proches sont le même envoi.
alter table piece add column modifie bigint;
