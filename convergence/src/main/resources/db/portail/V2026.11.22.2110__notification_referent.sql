-- Le référent actif d'une étape se lit avec elle : un acte, ou un rappel, ne le redemande pas.
create or replace view vue_notification_etape as
    select e.id, d.reference, d.guichet, d.guichet_version as version_guichet, d.candidat_nom, d.region, d.referent,
           e.code, e.etat, e.niveau, e.depuis, e.retour_avant,
           c.prenom as referent_prenom, c.courriel as referent_courriel
    from dossier_etape e
    join dossier d on d.id = e.dossier
    left join compte c on c.id = d.referent and c.etat = 'ACTIF';
