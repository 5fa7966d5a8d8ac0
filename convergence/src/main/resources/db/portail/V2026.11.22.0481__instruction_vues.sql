-- Ce que la liste de travail lit des étapes déjà transmises ; elle n'ouvre que les dossiers de la page montrée.
create view vue_instruction_etape as
    select id, dossier as porteur, code, etat, niveau, depuis, retour_avant, guichet, region, candidat_type, tri,
           recherche
    from dossier_etape
    where transmise_le is not null;

create view vue_instruction_porteur as
    select id, reference, guichet_version as version_guichet, candidat, candidat_nom from dossier;

-- Et les compteurs de ses onglets, tenus avec chaque passage.
create view vue_instruction_compteur as
    select region, guichet, etape, etat, niveau, nombre from dossier_compteur;
