-- Les fichiers déposés (PCE) : ce qu'on en sait ; leurs octets, chiffrés, sont dans le dépôt d'objets.
create table fichier (
    id              uuid primary key,
    proprietaire    text not null,
    nom             text not null,
    format          text not null,
    archives        text not null,
    etat            text not null
                    check (etat in ('EN_COURS', 'RECU', 'SAIN', 'NON_ANALYSE', 'REFUSE', 'SUPPRIME')),
    depuis          timestamptz not null,
    cree_le         timestamptz not null,
    taille_annoncee bigint not null check (taille_annoncee > 0),
    taille          bigint not null default 0 check (taille between 0 and taille_annoncee),
    sha256          bytea,
    -- La clé du fichier, scellée par le trousseau : effacée avec lui, elle rend illisibles jusqu'aux sauvegardes.
    cle             bytea,
    raison          text,
    detail          text,
    check ((etat = 'REFUSE') = (raison is not null)),
    check ((etat in ('REFUSE', 'SUPPRIME')) = (cle is null)),
    check (etat not in ('RECU', 'SAIN', 'NON_ANALYSE') or (sha256 is not null and taille = taille_annoncee))
);

-- Un envoi en cours, et le bail de qui l'écrit : un seul à la fois, quel que soit le nœud.
create table fichier_televersement (
    fichier         uuid primary key references fichier (id) on delete cascade,
    proprietaire    text not null,
    taille_annoncee bigint not null,
    expire_le       timestamptz not null,
    bail            uuid,
    bail_jusqua     timestamptz
);
create index fichier_televersement_par_proprietaire on fichier_televersement (proprietaire);
create index fichier_televersement_par_expiration on fichier_televersement (expire_le);

-- Un fichier reçu attend ici d'être analysé.
create table fichier_analyse (
    fichier         uuid primary key references fichier (id) on delete cascade,
    recu_le         timestamptz not null,
    essais          int not null default 0,
    prochain_essai  timestamptz not null
);
create index fichier_analyse_par_essai on fichier_analyse (prochain_essai);

create table fichier_segment (
    fichier         uuid not null references fichier (id) on delete cascade,
    numero          int not null,
    objet           text not null unique,
    taille          bigint not null check (taille > 0),
    primary key (fichier, numero)
);

-- Les objets que rien ne désigne : pas encore (écriture en cours) ou plus (suppression). Ils y entrent avant d'exister,
-- en sortent dans la transaction qui les adopte, et le balayage efface les autres : un orphelin ne s'oublie jamais.
create table fichier_rebut (
    objet           text primary key,
    depuis          timestamptz not null
);
create index fichier_rebut_par_date on fichier_rebut (depuis);
