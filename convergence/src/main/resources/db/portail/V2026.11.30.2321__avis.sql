-- L'avis qu'un vérificateur demande à un autre sur une étape (INSTR-4) ; jamais montré à l'établissement.
create table avis (
    reference  text        not null,
    numero     int         not null,
    dossier    uuid        not null,
    etape      text        not null,
    demandeur  uuid        not null,
    consulte   uuid        not null,
    question   text        not null check (length(question) between 1 and 4000),
    demande_le timestamptz not null,
    etat       text        not null check (etat in ('DEMANDE', 'RENDU', 'RETIRE', 'SANS_OBJET')),
    sens       text        check (sens in ('FAVORABLE', 'DEFAVORABLE', 'RESERVE')),
    texte      text        check (length(texte) between 1 and 4000),
    clos_le    timestamptz,
    primary key (reference, numero),
    check ((etat = 'RENDU') = (sens is not null and texte is not null)),
    check ((etat = 'DEMANDE') = (clos_le is null))
);
-- Une personne ne doit qu'un avis à la fois sur une étape.
create unique index avis_attendu on avis (reference, etape, consulte) where etat = 'DEMANDE';
-- La liste de travail de qui est consulté.
create index avis_attendu_de on avis (consulte, dossier) where etat = 'DEMANDE';
-- Ce que quelqu'un a écrit lui est remis quand il demande ses données.
create index avis_demandeur on avis (demandeur);
create index avis_consulte on avis (consulte);

create view vue_instruction_avis as
    select dossier as dossier_consulte, consulte from avis where etat = 'DEMANDE';
