-- Les services raccordés : ceux où l'on se connecte par ce site.
create table client (
    id                   uuid primary key,
    client_id            text not null unique,
    nom                  text not null,
    description          text not null,
    logo                 bytea,
    logo_type            text check ((logo is null) = (logo_type is null)),
    -- Où mène « Accéder ».
    adresse              text not null,
    -- Empreinte sous le trousseau ; absente quand le service prouve qui il est par sa clé.
    secret               bytea,
    cles                 text,
    methode              text not null check (methode in ('client_secret_basic', 'client_secret_post', 'private_key_jwt')),
    octrois              text[] not null,
    retours              text[] not null,
    retours_deconnexion  text[] not null,
    deconnexion_adresse  text,
    portees              text[] not null,
    fonctions            text[] not null,
    algorithme           text not null check (algorithme in ('RS256', 'ES256')),
    identite_signee      boolean not null,
    consentement         boolean not null,
    actif                boolean not null,
    cree_le              timestamptz not null,
    version              bigint not null default 0,
    check ((methode = 'private_key_jwt') = (secret is null)),
    check ((methode = 'private_key_jwt') = (cles is not null))
);
create index client_par_nom on client (nom, id);
