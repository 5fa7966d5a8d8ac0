-- La référence du dossier, pour juger d'un accès sans passer par une autre table.
alter table piece add column reference text not null;
