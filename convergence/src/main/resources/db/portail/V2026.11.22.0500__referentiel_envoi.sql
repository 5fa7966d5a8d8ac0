-- Les fichiers du référentiel que l'opérateur envoie, le temps de les vérifier puis de les importer (ADM-1). Leurs
-- octets sont ici pour que n'importe quel nœud reprenne le travail d'un autre.
create table referentiel_envoi (
    -- Celui de l'import, aussi.
    id           uuid        primary key,
    nom          text        not null,
    taille       bigint      not null,
    par          text        not null,
    envoye_le    timestamptz not null,
    etat         text        not null check (etat in ('A_VERIFIER', 'VERIFIE', 'A_IMPORTER', 'FINI')),
    lus          bigint      not null default 0,
    tentatives   int         not null default 0,
    pris_jusqu_a timestamptz
);
create index referentiel_envoi_vivants on referentiel_envoi (id) where etat <> 'FINI';

create table referentiel_morceau (
    envoi_id uuid  not null references referentiel_envoi,
    fichier  text  not null,
    rang     int   not null,
    octets   bytea not null,
    primary key (envoi_id, fichier, rang)
);
-- Le plus souvent déjà compressés, et effacés dans la journée.
alter table referentiel_morceau alter column octets set storage external;

alter table etablissement_import drop constraint etablissement_import_issue_check;
alter table etablissement_import add constraint etablissement_import_issue_check
    check (issue in ('EN_COURS', 'IMPORTE', 'A_CONFIRMER', 'REFUSE', 'ABANDONNE'));
