-- Les entreprises qui ont un compte, chacune une fois sous son identifiant national.
create table entreprise (
    id               uuid primary key,
    identifiant_type text not null,
    identifiant      text not null,
    raison_sociale   text not null,
    adresse          text not null,
    pays             text not null check (pays ~ '^[A-Z]{2}$'),
    creee_le         timestamptz not null,
    unique (identifiant_type, identifiant)
);
