-- Combien d'étapes ont attendu un niveau tant de jours, mois par mois : tenu dans la transaction de chaque passage, comme
-- les compteurs. Aucune page ne relit l'histoire des dossiers pour dire un délai.
create table dossier_delai (
    region   text not null,
    guichet  text not null,
    etape    text not null,
    niveau   text not null,
    mois     date not null,
    jours    int not null,
    nombre   bigint not null,
    primary key (region, guichet, etape, niveau, mois, jours)
);

create view vue_attente_delai as
    select region, guichet, etape, niveau, mois, jours, nombre from dossier_delai;

create view vue_attente_etape as
    select id, region, guichet, code, etat, niveau, depuis from dossier_etape where transmise_le is not null;

create view vue_attente_compteur as
    select region, guichet, etape, etat, niveau, nombre from dossier_compteur;
