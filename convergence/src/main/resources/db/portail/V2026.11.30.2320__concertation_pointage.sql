-- Ce que les vérificateurs disent des points de la liste de contrôle d'une étape, transmission par transmission (INSTR-4) : corrigé, un point garde ce qui en était dit.
create table concertation_pointage (
    etape        uuid        not null,
    niveau       text        not null check (niveau in ('ARS', 'ANS')),
    transmission int         not null,
    point        text        not null,
    revision     int         not null,
    verdict      text        not null check (verdict in ('A_VERIFIER', 'CONFORME', 'NON_CONFORME', 'SANS_OBJET')),
    remarque     text        not null check (length(remarque) <= 500),
    reference    text        not null,
    par          uuid        not null,
    le           timestamptz not null,
    primary key (etape, niveau, transmission, point, revision)
);
-- Ce que quelqu'un a écrit lui est remis quand il demande ses données.
create index concertation_pointage_par on concertation_pointage (par);
