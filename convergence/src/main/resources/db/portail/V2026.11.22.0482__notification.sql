-- Ce qu'un courriel dit d'un dossier, étape par étape.
create view vue_notification_etape as
    select e.id, d.reference, d.guichet, d.guichet_version as version_guichet, d.candidat_nom, d.region, d.referent,
           e.code, e.etat, e.niveau, e.depuis, e.retour_avant
    from dossier_etape e join dossier d on d.id = e.dossier;

-- Les rappels d'échéance déjà partis : un par étape, par échéance et par palier (NOT-1).
create table notification_rappel (
    etape       uuid not null,
    echeance    timestamptz not null,
    palier      int not null,
    le          timestamptz not null,
    primary key (etape, echeance, palier)
);

create index dossier_etape_brouillons on dossier_etape (guichet, code, depuis) where etat = 'BROUILLON';
