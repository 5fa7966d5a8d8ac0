-- Les étapes qu'un vérificateur valide d'un coup (INSTR-4) : chacune dans sa transaction, avec ce qu'il en est.
create table fournee (
    id           uuid        primary key,
    compte       uuid        not null,
    demande_le   timestamptz not null,
    pris_jusqu_a timestamptz,
    fini_le      timestamptz
);
create index fournee_de on fournee (compte, demande_le desc);
create index fournee_a_faire on fournee (demande_le, id) where fini_le is null;
create index fournee_fini on fournee (fini_le) where fini_le is not null;

create table fournee_etape (
    fournee       uuid        not null references fournee on delete cascade,
    rang      int         not null,
    reference text        not null,
    etape     text        not null,
    -- Celle que le vérificateur avait sous les yeux : décidée entre-temps, elle ne l'est pas deux fois.
    version   int         not null,
    candidat  text        not null,
    issue     text        check (issue in ('VALIDEE', 'ECARTEE')),
    raison    text,
    detail    text,
    le        timestamptz,
    primary key (fournee, rang)
);
create index fournee_etape_a_faire on fournee_etape (fournee, rang) where issue is null;
