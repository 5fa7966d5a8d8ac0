-- Tout ce qui est écrit sur un dossier transmis s'y retrouve (INSTR-8), par une seule colonne et son index.
--
-- « mots » : un mot du nom du candidat y est tel quel, un mot d'ailleurs (référence, FINESS, commune, référent, contacts,
-- réponses) y est précédé de « = ». PostgreSQL connaît ainsi la fréquence de chacun. Normalisés par le code, sans
-- dictionnaire : la base n'a pas à savoir le français.
--
-- Ce qui a déjà été transmis n'y est pas encore : la relecture des dossiers l'y met en fond, un par un.
create table recherche_dossier (
    dossier     uuid primary key,
    -- Ce que le registre disait du candidat quand le dossier a été relu.
    registre    text not null default '',
    mots        tsvector not null
);
alter table recherche_dossier alter column mots set statistics 300;
-- Sans liste d'attente : une recherche n'a pas à la parcourir.
create index recherche_dossier_mots on recherche_dossier using gin (mots) with (fastupdate = off);

-- Les étapes qui portent un mot dans leur nom, dans l'ordre des noms : un mot courant, trié par nom, se lit ligne à ligne,
-- où qu'il commence dans l'alphabet.
create table recherche_nom (
    region  text not null,
    mot     text collate "C" not null,
    tri     text collate "C" not null,
    etape   uuid not null,
    primary key (region, mot, tri, etape)
);

-- Les mots des dossiers sous leurs débuts, comme ceux du registre : une faute de frappe y retrouve le mot voisin.
create table recherche_mot (
    debut text collate "C" not null,
    mot   text not null,
    primary key (debut, mot)
);

-- Un candidat tel que le registre le nomme et le situe.
create view vue_recherche_registre as
    select finess as candidat, concat_ws(' ', raison_sociale, finess, siren, code_postal, commune) as texte
    from etablissement_ej
    union all
    select g.code, concat_ws(' ', g.nom, g.code, s.raison_sociale, s.finess, s.siren, s.code_postal, s.commune)
    from etablissement_ght g join etablissement_ej s on s.finess = g.finess_support;

-- Ce que la recherche lit des dossiers pour les relire.
create view vue_recherche_dossier as
    select id, reference, region, candidat_type, candidat, candidat_nom, referent from dossier;
create view vue_recherche_etape as
    select id, dossier, rang, region, tri from dossier_etape where transmise_le is not null;
create view vue_recherche_correction as
    select distinct on (dossier, question) dossier, question, valeur
    from transfert_contact order by dossier, question, version desc;
-- Ce que la liste de travail en lit.
create view vue_instruction_mots as select dossier, mots from recherche_dossier;
create view vue_instruction_nom as
    select region as region_du_nom, mot, tri as tri_du_nom, etape from recherche_nom;

-- Ces deux index ne servent plus : un mot ne se cherche plus dans dossier_etape. Sa colonne « recherche » reste, ainsi que dans
-- vue_instruction_etape, tant qu'un nœud de la version précédente peut l'écrire et la lire ; elle a une valeur par défaut.
drop index dossier_etape_recherche;
drop index dossier_etape_par_nom_du_guichet;
