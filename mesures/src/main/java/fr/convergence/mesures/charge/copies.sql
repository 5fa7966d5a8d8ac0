-- Les codes des états, entre accolades, sont ceux de CodeDEtat : Copies les y met.
create unlogged table copie (
    dossier uuid, etape uuid, reference text, modele text, candidat_type text, candidat text, nom text, region text,
    referent uuid, etat text, niveau text, jours int, tri text, recherche text
);
-- copie --
analyze copie;
create unlogged table copie_etape as
    select c.*, d.guichet, d.guichet_version, d.id as modele_dossier, e.id as modele_etape,
           now() - make_interval(days => c.jours, secs => (hashtext(c.reference) & 65535)) as quand
    from copie c join dossier d on d.reference = c.modele join dossier_etape e on e.dossier = d.id and e.rang = 1;
analyze copie_etape;

insert into dossier (id, reference, guichet, guichet_version, candidat_type, candidat, candidat_nom, region, referent,
                     cree_le)
select dossier, reference, guichet, guichet_version, candidat_type, candidat, nom, region, referent,
       quand - interval '10 days'
from copie_etape;

insert into dossier_etape (id, dossier, code, rang, circuit, etat, niveau, depuis, motif, retour_avant, transmise_le,
                           version, guichet, region, candidat_type, tri)
select c.etape, c.dossier, e.code, e.rang, e.circuit, c.etat, nullif(c.niveau, ''), c.quand,
       case when c.etat in ({A_MODIFIER}, {REFUSEE}) then 'Le RIB n''est pas au nom de l''établissement.' end,
       case when c.etat = {A_MODIFIER} then now() + interval '20 days' end,
       case when c.etat <> {BROUILLON} then c.quand end, 1, c.guichet, c.region, c.candidat_type, c.tri
from copie_etape c join dossier_etape e on e.id = c.modele_etape
union all
select gen_random_uuid(), c.dossier, e.code, e.rang, e.circuit, e.etat, e.niveau, c.quand, null, null, null, 0,
       c.guichet, c.region, c.candidat_type, c.tri
from copie_etape c join dossier_etape e on e.dossier = c.modele_dossier and e.rang > 1;

insert into saisie_reponses (etape, reponses)
select c.etape, r.reponses from copie_etape c join saisie_reponses r on r.etape = c.modele_etape;

insert into saisie_revision (etape, question, revision, valeur, le, par)
select c.etape, r.question, r.revision, r.valeur, c.quand, c.referent
from copie_etape c join saisie_revision r on r.etape = c.modele_etape;

create unlogged table copie_piece as
    select gen_random_uuid() as neuf, c.dossier, c.etape, c.reference, c.referent, c.etat as etat_etape, c.quand,
           p.question, p.fichier
    from copie_etape c join piece p on p.etape = c.modele_etape and p.retiree_le is null;
insert into fichier (id, proprietaire, nom, format, archives, etat, depuis, cree_le, taille_annoncee, taille, sha256, cle)
select c.neuf, c.referent::text, f.nom, f.format, f.archives, f.etat, c.quand, c.quand, f.taille_annoncee, f.taille,
       f.sha256, f.cle
from copie_piece c join fichier f on f.id = c.fichier;
insert into piece (fichier, dossier, etape, question, deposee_le, par, scellee_le, reference)
select neuf, dossier, etape, question, quand, referent, case when etat_etape <> {BROUILLON} then quand end, reference
from copie_piece;

insert into saisie_edition (etape, numero, contenu, empreinte, transmise_le, par, cle)
select c.etape, e.numero, e.contenu, e.empreinte, c.quand, c.referent, gen_random_uuid()
from copie_etape c join saisie_edition e on e.etape = c.modele_etape;

insert into journal_chaine (chaine, dernier_rang, derniere_empreinte)
select c.reference, j.dernier_rang, j.derniere_empreinte from copie_etape c join journal_chaine j on j.chaine = c.modele;
insert into journal (id, chaine, rang, le, acteur, acte, detail, empreinte)
select uuidv7(), c.reference, j.rang, c.quand, c.referent::text, j.acte, j.detail, j.empreinte
from copie_etape c join journal j on j.chaine = c.modele;

-- Les mots de la copie, puis ceux des réponses du modèle, sans ceux par lesquels le registre nomme celui-ci.
insert into recherche_dossier (dossier, registre, mots, lu_le, tri)
select c.dossier, coalesce(r.texte, ''), array_to_tsvector(string_to_array(trim(c.recherche), ' ')) || m.reponses, now(), c.tri
from copie_etape c
join (select dossier, array_to_tsvector(array(
             select mot from unnest(tsvector_to_array(mots)) mot where mot like '=%'
             except select '=' || lower(mot) from regexp_split_to_table(registre, '[^A-Za-z0-9]+') mot))
             as reponses from recherche_dossier) m on m.dossier = c.modele_dossier
left join vue_recherche_registre r on r.candidat = c.candidat
where c.etat <> {BROUILLON};
insert into recherche_nom (region, mot, tri, etape)
select distinct c.region, mot, c.tri, c.etape from copie_etape c, unnest(string_to_array(trim(c.recherche), ' ')) mot
where c.etat <> {BROUILLON} and mot not like '=%';

truncate dossier_compteur;
insert into dossier_compteur (region, guichet, etape, etat, niveau, nombre)
select region, guichet, code, etat, coalesce(niveau, ''), count(*) from dossier_etape group by 1, 2, 3, 4, 5;

drop table copie, copie_etape, copie_piece;
