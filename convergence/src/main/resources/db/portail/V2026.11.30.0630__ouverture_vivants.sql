-- Un dossier fini n'ouvre plus d'étape : le calendrier ne le relit pas.
create or replace view vue_ouverture_etape_fermee as
    select e.dossier, d.reference, e.guichet, e.code
    from dossier_etape e join dossier d on d.id = e.dossier
    where e.etat = 'FERMEE' and d.vivant;
