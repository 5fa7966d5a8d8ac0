-- Les comptes : ceux des entreprises, et les opérateurs qui tiennent le site.
create table compte (
    id                  uuid primary key,
    fonction            text not null check (fonction in ('MANDATAIRE', 'REPRESENTANT', 'SALARIE', 'OPERATEUR')),
    entreprise          uuid references entreprise (id) check ((fonction = 'OPERATEUR') = (entreprise is null)),
    nom_utilisateur     text not null,
    nom_utilisateur_cle text not null unique,
    courriel            text not null,
    courriel_cle        text not null unique,
    civilite            text not null,
    nom                 text not null,
    prenom              text not null,
    telephone           text,
    telephone_mobile    text,
    mot_de_passe        text,
    totp_scelle         bytea,
    totp_dernier_pas    bigint not null default -1,
    etat                text not null check (etat in ('EN_ATTENTE', 'ACTIF', 'DESACTIVE', 'SUPPRIME')),
    etat_depuis         timestamptz not null,
    cree_le             timestamptz not null,
    connecte_le         timestamptz
);
create index compte_par_entreprise on compte (entreprise, nom, prenom, id) where etat <> 'SUPPRIME';
create index compte_derniers_connectes on compte (entreprise, connecte_le desc) where etat = 'ACTIF' and connecte_le is not null;
create index compte_d_operateur on compte (nom, prenom, id) where fonction = 'OPERATEUR';

-- Les personnes du site, telles que tout site les montre : ses comptes, moins ce qu'ils y font.
create view personne as
    select id, fonction = 'OPERATEUR' as equipe, nom_utilisateur, nom_utilisateur_cle, courriel, courriel_cle,
        civilite, nom, prenom, telephone, mot_de_passe, totp_scelle, totp_dernier_pas, etat, etat_depuis, cree_le
    from compte;

-- Demandes de courriel d'un visiteur : la même ligne s'écrit, que le compte existe ou non ; ce qui suit ne se voit pas.
create table personne_demande (
    id                  uuid primary key,
    nature              text not null,
    identifiant_scelle  bytea not null,
    cree_le             timestamptz not null
);
