-- Le montant plafond de chaque candidat, par guichet, tel que l'opérateur l'a importé (HOS-5).
create table plafond_import (
    id         uuid        primary key,
    fichier    text        not null,
    par        text        not null,
    le         timestamptz not null,
    inchanges  int         not null
);

create table plafond (
    guichet   text   not null,
    -- Code GHT, ou FINESS de l'entité juridique.
    candidat  text   not null,
    centimes  bigint not null check (centimes >= 0),
    import_id uuid   not null references plafond_import,
    primary key (guichet, candidat)
);

-- Ce que chaque ligne d'un import a donné ; ce qui n'a rien changé se compte sans se garder.
create table plafond_ligne (
    import_id uuid   not null references plafond_import,
    numero    int    not null,
    sort      text   not null check (sort in ('AJOUTEE', 'CHANGEE', 'ECARTEE')),
    guichet   text   not null,
    candidat  text   not null,
    avant     bigint,
    apres     bigint,
    raison    text,
    primary key (import_id, numero)
);
