-- Les dossiers et leurs étapes. L'état affiché d'un dossier se déduit de ses étapes, il n'est pas gardé.
create table dossier (
    id                  uuid primary key,
    reference           char(10) not null unique,
    guichet             text not null,
    guichet_version     int not null,
    candidat_type       text not null,
    candidat            text not null,
    candidat_nom        text not null,
    region              text not null,
    referent            uuid not null,
    vivant              boolean not null default true,
    cree_le             timestamptz not null
);
-- Un seul dossier vivant par guichet et candidat (TDB-2).
create unique index dossier_un_par_candidat on dossier (guichet, candidat_type, candidat) where vivant;
create index dossier_par_referent on dossier (referent, id desc);

-- guichet et region sont repris du dossier : la liste d'un vérificateur se lit dans un seul index.
create table dossier_etape (
    id              uuid primary key,
    dossier         uuid not null references dossier (id),
    code            text not null,
    rang            int not null,
    circuit         text[] not null,
    etat            text not null,
    niveau          text,
    depuis          timestamptz not null,
    motif           text,
    corrections     jsonb not null default '[]',
    limitee         boolean not null default false,
    retour_avant    timestamptz,
    transmise_le    timestamptz,
    version         int not null default 0,
    guichet         text not null,
    region          text not null,
    unique (dossier, code)
);
create index dossier_etape_a_verifier on dossier_etape (region, etat, niveau, depuis, id);
create index dossier_etape_nationale on dossier_etape (etat, niveau, depuis, id);
create index dossier_etape_retours on dossier_etape (retour_avant) where etat = 'A_MODIFIER';

-- Compteurs tenus dans la transaction de chaque passage : aucune page ne compte les dossiers.
create table dossier_compteur (
    region      text not null,
    guichet     text not null,
    etape       text not null,
    etat        text not null,
    niveau      text not null default '',
    nombre      bigint not null,
    primary key (region, guichet, etape, etat, niveau)
);
