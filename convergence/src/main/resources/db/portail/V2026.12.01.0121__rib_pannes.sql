-- Combien de fois de suite les octets n'ont pas pu être lus : on n'attend pas toujours.
alter table rib_lecture add column pannes int not null default 0;
