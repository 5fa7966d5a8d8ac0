-- Les conteneurs confidentiels remis aux référents (ZED-1, ZED-2) ; leurs identifiants, scellés.
create table conteneur (
    id           uuid        primary key,
    etape        uuid        not null,
    question     text        not null,
    -- Le premier remis à cette question est le 1 ; des identifiants perdus en font remettre un autre.
    numero       int         not null,
    espece       text        not null check (espece in ('INTEGRE', 'ZED')),
    -- Ceux d'un conteneur de la réserve s'effacent quand on l'active : plus personne ne les lit alors.
    identifiants bytea,
    reserve      uuid,
    par          uuid        not null,
    propose_le   timestamptz not null,
    active_le    timestamptz,
    remplace_le  timestamptz,
    unique (etape, question, numero)
);
create unique index conteneur_courant on conteneur (etape, question) where remplace_le is null;

-- Qui a accepté que ses preuves soient analysées par les vérificateurs de l'ANS (ZED-3).
create table conteneur_accord (
    etape    uuid        not null,
    question text        not null,
    par      uuid        not null,
    le       timestamptz not null,
    primary key (etape, question)
);

-- La réserve : de vrais conteneurs, importés avec leurs identifiants, un par dossier et par objectif.
create table conteneur_reserve (
    id           uuid        primary key,
    guichet      text        not null,
    -- Vide quand il convient à tout objectif du guichet.
    question     text        not null,
    nom          text        not null,
    sha256       text        not null unique,
    octets       bytea       not null,
    identifiants bytea,
    importe_le   timestamptz not null,
    attribue_le  timestamptz
);
create index conteneur_reserve_libre on conteneur_reserve (guichet, question, id) where attribue_le is null;

-- Une réserve épuisée s'annonce une fois aux opérateurs, jusqu'à ce qu'on la remplisse.
create table conteneur_alerte (
    guichet  text        not null,
    question text        not null,
    le       timestamptz not null,
    primary key (guichet, question)
);

-- L'accès d'un vérificateur à une pièce le regarde dans la requête (ZED-4).
alter table piece add column confidentielle boolean not null default false;
