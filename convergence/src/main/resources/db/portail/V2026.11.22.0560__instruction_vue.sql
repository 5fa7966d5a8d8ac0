-- Les vues enregistrées d'un vérificateur : un nom, et les filtres de sa liste de travail (INSTR-1).
create table instruction_vue (
    compte  uuid not null references compte (id) on delete cascade,
    nom     text not null check (length(nom) between 1 and 60),
    filtres jsonb not null,
    cree_le timestamptz not null,
    primary key (compte, nom)
);
