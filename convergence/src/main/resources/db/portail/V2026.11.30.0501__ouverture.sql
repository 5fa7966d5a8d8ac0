-- Les étapes que leur condition ou le calendrier n'ont pas encore ouvertes.
create view vue_ouverture_etape_fermee as
    select e.dossier, d.reference, e.guichet, e.code
    from dossier_etape e join dossier d on d.id = e.dossier
    where e.etat = 'FERMEE';
