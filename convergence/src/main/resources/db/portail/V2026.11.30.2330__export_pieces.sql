-- Ce qu'une archive de pièces (INSTR-7) lit de ce qui fut transmis en dernier, et de qui peut l'ouvrir.
create view vue_export_edition as
    select d.reference, e.code, e.region, s.contenu
    from dossier d
    join dossier_etape e on e.dossier = d.id
    cross join lateral (
        select contenu from saisie_edition where etape = e.id order by numero desc limit 1) s
    where e.transmise_le is not null;
create view vue_export_piece as
    select fichier, confidentielle from piece;
