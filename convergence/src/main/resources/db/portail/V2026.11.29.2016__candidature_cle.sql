-- La clé du formulaire de transmission est désormais celle de tous les formulaires (envoi_unique). La colonne reste le temps
-- qu'aucun nœud de la version précédente n'écrive plus.
alter table candidature_edition alter column cle drop not null;
