-- Ce qu'un vérificateur emporte de la liste de travail (INSTR-7) : demandé, fait en fond, gardé un jour.
create table export_demande (
    id           uuid        primary key,
    compte       uuid        not null,
    genre        text        not null check (genre in ('LISTE', 'PIECES')),
    forme        text        not null,
    -- Les codes des colonnes, dans leur ordre, séparés par des virgules.
    colonnes     text        not null,
    filtres      jsonb       not null,
    -- De ce qui est demandé : la même demande, refaite, n'en fait qu'une.
    empreinte    text        not null,
    etat         text        not null check (etat in ('DEMANDE', 'PRET', 'ECHOUE')),
    -- Pourquoi il n'est pas fait : la clé d'un texte, et ce qu'elle attend.
    raison       text,
    detail       text,
    tentatives   int         not null default 0,
    pris_jusqu_a timestamptz,
    faits        bigint      not null default 0,
    total        bigint,
    -- Le périmètre du demandeur quand il a été fait, vide s'il est national : un autre périmètre n'y a plus droit.
    region       text        not null default '',
    fichier      uuid,
    nom          text,
    taille       bigint,
    demande_le   timestamptz not null,
    fini_le      timestamptz,
    expire_le    timestamptz
);
create unique index export_demande_en_cours on export_demande (compte, empreinte) where etat = 'DEMANDE';
create index export_demande_de on export_demande (compte, demande_le desc);
create index export_demande_expire on export_demande (expire_le) where expire_le is not null;

-- Ce qu'un export dit d'une étape de plus que la liste.
create view vue_export_etape as
    select d.reference, e.code, e.region, d.candidat, d.referent, e.transmise_le
    from dossier d join dossier_etape e on e.dossier = d.id
    where e.transmise_le is not null;
create view vue_export_referent as
    select id, prenom, nom, courriel, telephone from compte where etat = 'ACTIF';
