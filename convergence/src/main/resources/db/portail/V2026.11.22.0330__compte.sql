-- Les comptes du portail : référents des établissements et équipe (ARS, ANS, opérateur).
create table compte (
    id                  uuid primary key,
    role                text not null check (role in ('REFERENT', 'ARS', 'ANS', 'OPERATEUR')),
    region              text check ((role = 'ARS') = (region is not null)),
    nom_utilisateur     text not null,
    nom_utilisateur_cle text not null unique,
    courriel            text not null,
    courriel_cle        text not null unique,
    civilite            text not null,
    nom                 text not null,
    prenom              text not null,
    telephone           text,
    mot_de_passe        text,
    totp_scelle         bytea,
    totp_dernier_pas    bigint not null default -1,
    etat                text not null check (etat in ('EN_ATTENTE', 'ACTIF', 'DESACTIVE', 'SUPPRIME')),
    etat_depuis         timestamptz not null,
    cree_le             timestamptz not null
);
create index compte_d_equipe on compte (role, region, nom) where role <> 'REFERENT';
create index compte_en_attente on compte (cree_le) where etat = 'EN_ATTENTE';

-- Les établissements qu'un référent représente (INS-5, ETB-1).
create table compte_etablissement (
    compte          uuid not null references compte (id) on delete cascade,
    candidat_type   text not null,
    candidat        text not null,
    entites         text[] not null default '{}',
    ajoute_le       timestamptz not null,
    primary key (compte, candidat_type, candidat)
);
create index compte_etablissement_par_candidat on compte_etablissement (candidat_type, candidat);

-- Demandes de courriel d'un visiteur : la même ligne s'écrit, que le compte existe ou non ; ce qui suit ne se voit pas.
create table compte_demande (
    id                  uuid primary key,
    nature              text not null,
    identifiant_scelle  bytea not null,
    cree_le             timestamptz not null
);
