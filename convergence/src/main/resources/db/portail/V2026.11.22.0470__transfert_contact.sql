-- Les contacts corrigés après une transmission (CTC-1) : on en ajoute une version, on n'en change aucune ; ce qui a été
-- transmis reste tel quel.
create table transfert_contact (
    dossier     uuid not null,
    question    text not null,
    version     int not null,
    valeur      jsonb not null,
    le          timestamptz not null,
    par         uuid not null,
    primary key (dossier, question, version)
);
