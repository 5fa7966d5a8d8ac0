-- Une convention confiée à un prestataire de signature : sa demande chez lui, et si l'on n'en attend plus rien.
alter table convention
    add column confiee boolean not null default false,
    add column demande text,
    add column demande_finie boolean not null default false;
create index convention_confiee on convention (id) where confiee and not demande_finie;
create unique index convention_demande on convention (demande) where demande is not null;

-- Ce que le prestataire a envoyé de lui-même : rejoué, un événement ne fait plus rien.
create table convention_evenement (
    id       text primary key,
    recu_le  timestamptz not null
);
