-- Les dossiers dont l'index de la recherche ne dit plus ce qui y est écrit, ou ne l'a jamais dit : relus en fond, un par un.
create table recherche_a_relire (
    dossier uuid primary key,
    -- Pas avant : celui qui n'a pas pu se lire laisse passer les autres.
    des     timestamptz not null
);
create index recherche_a_relire_des on recherche_a_relire (des);

-- Les mots qu'un dossier vient de quitter : si nul autre ne les porte, plus personne n'a à les retrouver.
create table recherche_mot_quitte (
    mot text collate "C" primary key
);

alter table recherche_dossier
    -- Quand le dossier a été relu ; null s'il l'a été autrement que par l'application.
    add column lu_le timestamptz,
    -- Sous quel nom ses étapes sont rangées dans recherche_nom.
    add column tri   text not null default '';

create or replace view vue_recherche_etape as
    select id, dossier, rang, region, tri, etat, depuis from dossier_etape where transmise_le is not null;
