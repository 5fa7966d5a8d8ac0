-- Tout ce qui est écrit sur un dossier transmis s'y retrouve (INSTR-8), par une seule colonne et son index.
--
-- « mots » : un mot du nom du candidat y est tel quel, un mot d'ailleurs (référence, FINESS, commune, référent, contacts,
-- réponses) y est précédé de « = ». PostgreSQL connaît ainsi la fréquence de chacun. Normalisés par le code, sans
-- dictionnaire : la base n'a pas à savoir le français.
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

-- Ce qui a déjà été transmis. Les réponses y entrent telles qu'elles sont gardées ; l'acte suivant récrit la ligne en
-- entier, libellés des choix compris.
create function pg_temp.mots(texte text) returns setof text language sql immutable as $$
    select mot
    from regexp_split_to_table(
        translate(lower(replace(replace(texte, 'œ', 'oe'), 'æ', 'ae')), 'àâäáãåçéèêëíìîïñóòôöõúùûüýÿ’', 'aaaaaaceeeeiiiinooooouuuuyy '),
        '[^a-z0-9]+') mot
    where mot <> ''
$$;

create temporary table mot_du_dossier on commit drop as
    with transmis as (
        select distinct d.id, d.reference, d.candidat, d.candidat_nom, d.referent
        from dossier d join dossier_etape e on e.dossier = d.id where e.transmise_le is not null)
    select t.id as dossier, '' as de, m.mot from transmis t, pg_temp.mots(t.candidat_nom) m (mot)
    union
    select t.id, '=', m.mot
    from transmis t left join compte c on c.id = t.referent,
         pg_temp.mots(concat_ws(' ', t.reference, t.candidat, c.prenom, c.nom, c.courriel)) m (mot)
    union
    select t.id, '=', m.mot
    from transmis t join vue_recherche_registre r on r.candidat = t.candidat, pg_temp.mots(r.texte) m (mot)
    union
    select e.dossier, '=', m.mot
    from dossier_etape e
    join lateral (select contenu from candidature_edition where etape = e.id order by numero desc limit 1) c on true,
         jsonb_path_query(c.contenu::jsonb, '$.reponses.**') v,
         pg_temp.mots(case when jsonb_typeof(v) = 'string' then v #>> '{}' end) m (mot)
    union
    select c.dossier, '=', m.mot
    from transfert_contact c join transmis t on t.id = c.dossier,
         jsonb_path_query(c.valeur, '$.**') v,
         pg_temp.mots(case when jsonb_typeof(v) = 'string' then v #>> '{}' end) m (mot);

insert into recherche_dossier (dossier, registre, mots)
    select d.id, coalesce(r.texte, ''), m.mots
    from (select dossier, array_to_tsvector(array_agg(de || left(mot, 100))) as mots
          from mot_du_dossier group by dossier) m
    join dossier d on d.id = m.dossier
    left join vue_recherche_registre r on r.candidat = d.candidat;

insert into recherche_nom (region, mot, tri, etape)
    select distinct e.region, m.mot, e.tri, e.id
    from dossier_etape e join mot_du_dossier m on m.dossier = e.dossier and m.de = ''
    where e.transmise_le is not null;

insert into recherche_mot (debut, mot)
    select distinct case when ote = 0 then tete else left(tete, ote - 1) || substr(tete, ote + 1) end, mot
    from (select distinct mot from mot_du_dossier where length(mot) between 4 and 40 and mot !~ '\d'
          and not (de = '=' and exists (select from dossier where reference = upper(mot)))) mots,
         left(mot, 7) as tete, generate_series(0, length(tete)) as ote;

-- Ce que la recherche lit des dossiers pour les relire.
create view vue_recherche_dossier as
    select id, reference, region, candidat_type, candidat, candidat_nom, referent from dossier;
create view vue_recherche_etape as
    select id, dossier, rang, region, tri from dossier_etape where transmise_le is not null;
create view vue_recherche_correction as
    select distinct on (dossier, question) dossier, question, valeur
    from transfert_contact order by dossier, question, version desc;
-- Ce que la liste de travail en lit. Ses index d'avant ne servent plus : un mot ne se cherche plus dans dossier_etape.
create view vue_instruction_mots as select dossier, mots from recherche_dossier;
create view vue_instruction_nom as
    select region as region_du_nom, mot, tri as tri_du_nom, etape from recherche_nom;
drop view vue_instruction_etape;
create view vue_instruction_etape as
    select id, dossier as porteur, code, etat, niveau, depuis, retour_avant, guichet, region, candidat_type, tri
    from dossier_etape
    where transmise_le is not null;
drop index dossier_etape_recherche;
drop index dossier_etape_par_nom_du_guichet;
alter table dossier_etape drop column recherche;
