-- Les conventions d'un dossier (CONV-1) : une seule est courante, celles d'avant restent telles qu'elles ont fini.
create table convention (
    id          uuid primary key,
    dossier     uuid not null,
    reference   text not null,
    numero      int not null,
    etape       text not null,
    courante    boolean not null default true,
    etat        text not null
                check (etat in ('A_ENVOYER', 'ENVOYEE', 'SIGNEE', 'REFUSEE', 'EXPIREE', 'REMPLACEE')),
    depuis      timestamptz not null,
    expire_le   timestamptz,
    rappel_le   timestamptz,
    motif       text,
    -- Ce que le document imprime, tel qu'il était quand elle a été établie.
    contenu     jsonb not null,
    empreinte   text not null,
    document    uuid,
    signe       uuid,
    preuve      uuid,
    unique (dossier, numero),
    check ((etat = 'ENVOYEE') = (expire_le is not null)),
    check ((etat = 'SIGNEE') = (signe is not null and preuve is not null)),
    check (etat not in ('ENVOYEE', 'SIGNEE', 'EXPIREE') or document is not null)
);
create unique index convention_courante on convention (dossier) where courante;
create index convention_a_envoyer on convention (id) where etat = 'A_ENVOYER';
create index convention_envoyee on convention (expire_le) where etat = 'ENVOYEE';

-- Ce qui s'est passé par le lien du signataire, pour le fichier de preuve.
create table convention_trace (
    convention  uuid not null references convention (id) on delete cascade,
    le          timestamptz not null,
    fait        text not null,
    adresse     text not null
);
create index convention_trace_convention on convention_trace (convention, le);

-- Le tableau de bord dit la convention à la place de l'acceptation qui l'a fait établir.
create view vue_dossier_convention as
    select dossier, etape, etat from convention where courante;
