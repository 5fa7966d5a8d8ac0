-- Les courriels à partir, partis, abandonnés (NOT-3). Le corps est scellé : il peut porter un code ou un lien.
create table courriel (
    id              uuid primary key,
    modele          text not null,
    destinataire    text not null,
    objet           text not null,
    corps_scelle    bytea,
    reference       text,
    etat            text not null default 'A_ENVOYER' check (etat in ('A_ENVOYER', 'ENVOYE', 'ABANDONNE')),
    tentatives      int not null default 0,
    prochain_essai  timestamptz not null,
    cree_le         timestamptz not null,
    envoye_le       timestamptz,
    erreur          text
);
create index courriel_a_envoyer on courriel (prochain_essai) where etat = 'A_ENVOYER';
create index courriel_par_destinataire on courriel (destinataire, id desc);
create index courriel_par_reference on courriel (reference, id desc) where reference is not null;
create index courriel_par_etat on courriel (etat, id desc);

-- Ce que l'opérateur a réécrit ; les modèles d'origine sont livrés avec l'application.
create table courriel_modele (
    nom         text primary key,
    objet       text not null,
    corps       text not null,
    modifie_le  timestamptz not null,
    par         text not null
);
