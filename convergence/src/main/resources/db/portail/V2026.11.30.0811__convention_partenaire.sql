-- Une convention confiée à un prestataire de signature : sa demande chez lui, et si l'on n'en attend plus rien.
alter table convention
    add column confiee boolean not null default false,
    add column demande text,
    add column demande_finie boolean not null default false;

-- Ce que le prestataire a envoyé de lui-même : rejoué, un événement ne fait plus rien.
create table convention_evenement (
    id       text primary key,
    recu_le  timestamptz not null
);
