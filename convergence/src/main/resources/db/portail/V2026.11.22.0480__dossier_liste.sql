-- La liste d'un vérificateur se lit, se trie et se cherche sur dossier_etape seule : ce qu'il y faut du candidat y est
-- repris. « tri » et « recherche » sont normalisés par le code.
alter table dossier_etape
    add column candidat_type text not null default '',
    add column tri           text collate "C" not null default '',
    add column recherche     text not null default '';

-- Un brouillon ne se voit pas d'un vérificateur : il n'entre dans aucun de ces index.
create index dossier_etape_par_date_en_region on dossier_etape (region, depuis, id) where transmise_le is not null;
create index dossier_etape_par_date on dossier_etape (depuis, id) where transmise_le is not null;
create index dossier_etape_par_nom_en_region on dossier_etape (region, tri, id) where transmise_le is not null;
create index dossier_etape_par_nom on dossier_etape (tri, id) where transmise_le is not null;
-- Sans région, PostgreSQL saute d'une région à l'autre dans cet index.
create index dossier_etape_par_guichet on dossier_etape (region, guichet, code, etat, niveau, depuis, id)
    where transmise_le is not null;
create index dossier_etape_recherche on dossier_etape using gin (recherche gin_trgm_ops) where transmise_le is not null;

-- Région, guichet, étape et état vont ensemble : sans le savoir, PostgreSQL croit trouver vite ce qui n'existe pas.
create statistics dossier_etape_ensemble (mcv) on region, guichet, code, etat, niveau from dossier_etape;
alter statistics dossier_etape_ensemble set statistics 1000;

-- Qui a agi, pour l'historique d'un dossier : le nom et le rôle, rien d'autre du compte.
create view vue_dossier_acteur as
    select id, prenom || ' ' || nom as nom, role from compte;
