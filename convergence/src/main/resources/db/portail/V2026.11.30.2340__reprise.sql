-- Ce qu'un référent demande de reprendre d'un autre référent du même établissement (TRF-3).
create table reprise_demande (
    id        uuid        primary key,
    dossier   uuid        not null,
    reference text        not null,
    demandeur uuid        not null,
    -- Qui tenait le dossier quand elle fut faite : elle s'adresse à lui, et tombe s'il change.
    tenu      uuid        not null,
    message   text        not null check (length(message) between 1 and 1000),
    le        timestamptz not null,
    jusqu     timestamptz not null,
    etat      text        not null check (etat in ('DEMANDEE', 'A_TRANCHER', 'ACCORDEE', 'REJETEE', 'RETIREE', 'SANS_OBJET')),
    depuis    timestamptz not null,
    refus     text        check (length(refus) between 1 and 1000),
    motif     text        check (length(motif) between 1 and 1000),
    preuve    uuid,
    rappelee  boolean     not null default false
);
-- Une seule à la fois par dossier.
create unique index reprise_demande_ouverte on reprise_demande (dossier) where etat in ('DEMANDEE', 'A_TRANCHER');
create index reprise_demande_tenue on reprise_demande (tenu) where etat in ('DEMANDEE', 'A_TRANCHER');
create index reprise_demande_attendue on reprise_demande (jusqu) where etat = 'DEMANDEE';
create index reprise_demande_par_demandeur on reprise_demande (demandeur, le desc);
create index reprise_demande_par_dossier on reprise_demande (reference, le desc);

-- Les dossiers vivants d'un établissement que l'on représente et qu'un autre tient : l'accès est cette vue, avec le compte.
create view vue_reprise_tenue as
    select e.compte, d.id as dossier, d.reference, d.guichet, d.guichet_version, d.candidat_type, d.candidat, d.candidat_nom
    from compte_etablissement e
    join dossier d on d.candidat_type = e.candidat_type and d.candidat = e.candidat
    where d.vivant and d.referent <> e.compte;

-- Qui peut encore répondre.
create view vue_reprise_titulaire as
    select id, etat = 'ACTIF' as actif from compte;
