-- Les preuves à usage unique. La base n'en garde que l'empreinte, faite avec une clé scellée par le coffre.
create table jeton_cle (
    unique_ligne  boolean primary key check (unique_ligne),
    cle_scellee   bytea not null
);

create table jeton_code (
    usage       text not null,
    tentative   uuid not null,
    empreinte   bytea not null,
    expire_le   timestamptz not null,
    essais      int not null default 0,
    utilise_le  timestamptz,
    primary key (usage, tentative)
);
create index jeton_code_par_fin on jeton_code (expire_le);

create table jeton_lien (
    empreinte   bytea primary key,
    usage       text not null,
    sujet       text not null,
    expire_le   timestamptz not null,
    utilise_le  timestamptz
);
create index jeton_lien_par_sujet on jeton_lien (usage, sujet);
create index jeton_lien_par_fin on jeton_lien (expire_le);
