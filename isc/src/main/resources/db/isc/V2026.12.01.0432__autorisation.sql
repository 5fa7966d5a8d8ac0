-- Ce qu'une personne, ou un service pour lui-même, a autorisé : une famille de jetons, révoquée d'un coup.
create table autorisation (
    id          uuid primary key,
    client      uuid not null references client (id) on delete cascade,
    -- Le compte ; le service lui-même quand il agit pour lui.
    titulaire   text not null,
    octroi      text not null,
    portees     text[] not null,
    -- La demande du service, scellée : elle porte ses propres valeurs à usage unique.
    demande     bytea,
    session     text,
    connecte_le timestamptz,
    acr         text,
    amr         text[],
    cree_le     timestamptz not null,
    expire_le   timestamptz not null,
    revoquee_le timestamptz
);
create index autorisation_fin on autorisation (expire_le);
create index autorisation_session on autorisation (session) where session is not null;
create index autorisation_titulaire on autorisation (titulaire);
create index autorisation_client on autorisation (client);

-- Un jeton, une ligne, sous son empreinte : le retrouver est une lecture d'index, quelle que soit sa sorte.
create table autorisation_jeton (
    empreinte    bytea primary key,
    autorisation uuid not null references autorisation (id) on delete cascade,
    sorte        text not null check (sorte in ('ETAT', 'CODE', 'ACCES', 'RENOUVELLEMENT')),
    portees      text[] not null,
    -- Empreinte de la clé que son porteur doit prouver tenir (DPoP).
    cle_liee     text,
    emis_le      timestamptz not null,
    expire_le    timestamptz not null,
    utilise_le   timestamptz
);
create index autorisation_jeton_autorisation on autorisation_jeton (autorisation);
create index autorisation_jeton_fin on autorisation_jeton (expire_le) where sorte <> 'CODE';

create table autorisation_consentement (
    client    uuid not null references client (id) on delete cascade,
    titulaire text not null,
    portees   text[] not null,
    donne_le  timestamptz not null,
    primary key (client, titulaire)
);

-- Les preuves déjà présentées (DPoP, assertion d'un service) : aucune ne sert deux fois, sur aucun nœud.
create table autorisation_preuve (
    empreinte bytea primary key,
    expire_le timestamptz not null
);
create index autorisation_preuve_fin on autorisation_preuve (expire_le);
