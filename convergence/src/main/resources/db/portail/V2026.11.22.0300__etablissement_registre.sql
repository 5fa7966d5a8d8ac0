-- Le référentiel des établissements : GHT, entités juridiques (EJ), entités géographiques (EG).
-- Rien n'y est jamais supprimé : ce qui quitte les fichiers publiés reçoit une date de fermeture.

-- Extension « de confiance » : le propriétaire de la base peut la poser sans être superutilisateur.
create extension if not exists pg_trgm;

create table etablissement_import (
    id           uuid        primary key,
    fichier      text        not null,
    format       text,
    date_donnees date,
    commence_le  timestamptz not null,
    termine_le   timestamptz,
    issue        text        not null check (issue in ('EN_COURS', 'IMPORTE', 'A_CONFIRMER', 'REFUSE')),
    motif        text,
    rejets       bigint      not null default 0
);
create index etablissement_import_recents on etablissement_import (commence_le desc, id);

create table etablissement_import_compte (
    import_id uuid   not null references etablissement_import,
    objet     text   not null check (objet in ('EJ', 'EG', 'GHT', 'MEMBRE')),
    ajoutes   bigint not null,
    modifies  bigint not null,
    fermes    bigint not null,
    primary key (import_id, objet)
);

create table etablissement_import_rejet (
    import_id uuid   not null references etablissement_import,
    rang      int    not null,
    fichier   text   not null,
    ligne     bigint not null,
    motif     text   not null,
    primary key (import_id, rang)
);

create table etablissement_ej (
    finess           text primary key check (finess ~ '^\d[\dAB]\d{7}$'),
    raison_sociale   text not null,
    siren            text,
    statut_juridique text,
    secteur          text check (secteur in ('PUBLIC', 'PRIVE_NON_LUCRATIF', 'PRIVE_LUCRATIF')),
    -- Ce que la source affirme, quand elle l'affirme ; « type » est ce que le registre en conclut.
    type_declare     text check (type_declare in ('EJ_PRIVEE', 'EJ_PUBLIQUE_HORS_GHT', 'HORS_CHAMP')),
    type             text not null
        check (type in ('EJ_PRIVEE', 'EJ_PUBLIQUE_HORS_GHT', 'EJ_MEMBRE_GHT', 'HORS_CHAMP')),
    code_ght         text,
    voie             text,
    code_postal      text,
    commune          text,
    departement      text,
    region           text,
    -- Le nom normalisé : il range les listes de la même façon quelle que soit la langue de la base.
    tri              text collate "C" not null,
    mots             text not null,
    recherche        text not null generated always as (mots || coalesce(' ' || lower(replace(code_ght, '-', ' ')), '')) stored,
    ferme_le         date,
    import_id        uuid not null references etablissement_import
);
create index etablissement_ej_liste on etablissement_ej (region, type, tri, finess) where ferme_le is null;
create index etablissement_ej_type on etablissement_ej (type, tri, finess) where ferme_le is null;
create index etablissement_ej_ght on etablissement_ej (code_ght, tri, finess) where ferme_le is null;
create index etablissement_ej_recherche on etablissement_ej using gin (recherche gin_trgm_ops) where ferme_le is null;

create table etablissement_eg (
    finess            text primary key check (finess ~ '^\d[\dAB]\d{7}$'),
    finess_ej         text not null references etablissement_ej,
    raison_sociale    text not null,
    categorie         text,
    libelle_categorie text,
    siret             text,
    voie              text,
    code_postal       text,
    commune           text,
    departement       text,
    region            text,
    telephone         text,
    tri               text collate "C" not null,
    recherche         text not null,
    ferme_le          date,
    import_id         uuid not null references etablissement_import
);
create index etablissement_eg_ej on etablissement_eg (finess_ej, tri, finess);
create index etablissement_eg_tri on etablissement_eg (tri, finess) where ferme_le is null;
create index etablissement_eg_recherche on etablissement_eg using gin (recherche gin_trgm_ops) where ferme_le is null;

create table etablissement_ght (
    code           text primary key check (code ~ '^[A-Z]{2,4}-\d{2}$'),
    code_diffusion text not null unique,
    nom            text not null,
    region         text not null,
    finess_support text not null references etablissement_ej,
    tri            text collate "C" not null,
    mots           text not null,
    recherche      text not null,
    ferme_le       date,
    import_id      uuid not null references etablissement_import
);

create table etablissement_ght_membre (
    code_ght   text not null references etablissement_ght,
    finess_ej  text not null references etablissement_ej,
    role       text not null check (role in ('SUPPORT', 'MEMBRE')),
    depuis     date not null,
    retire_le  date,
    import_id  uuid not null references etablissement_import,
    primary key (code_ght, finess_ej)
);
create unique index etablissement_ght_membre_unique on etablissement_ght_membre (finess_ej) where retire_le is null;

-- Les mots du référentiel sous leurs débuts (sept lettres, entières ou moins une) : une faute de frappe y retrouve le
-- mot voisin. La collation « C » permet à l'index de servir « like 'debut%' ».
create table etablissement_mot_debut (
    debut text collate "C" not null,
    mot   text not null,
    primary key (debut, mot)
);
