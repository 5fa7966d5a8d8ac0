-- Ce qui est payé d'une étape acceptée (INSTR-6) : un seul paiement est courant, ceux d'avant restent tels qu'ils ont fini.
create table paiement (
    id               uuid primary key,
    dossier          uuid not null,
    reference        text not null,
    etape            text not null,
    etape_id         uuid not null,
    numero           int not null,
    courant          boolean not null default true,
    etat             text not null check (etat in ('A_VERSER', 'AVANCE_VERSEE', 'PAYE', 'ANNULE')),
    accorde_le       timestamptz not null,
    -- Des centimes.
    demande          bigint,
    plafond          bigint,
    retenu           bigint not null check (retenu > 0),
    avance           bigint check (avance > 0 and avance < retenu),
    motif            text,
    -- Les jours de paiement.
    avance_le        date,
    solde_le         date,
    -- Qui l'on paie, et où, tels que transmis quand le montant a été retenu.
    guichet          text not null,
    guichet_version  int not null,
    candidat         text not null,
    finess           text not null,
    iban             text,
    bic              text,
    unique (dossier, etape, numero),
    check (retenu <= demande),
    check (retenu <= plafond),
    check (motif is not null or demande is null or retenu = demande),
    check ((etat = 'PAYE') = (solde_le is not null)),
    check (etat <> 'AVANCE_VERSEE' or avance_le is not null),
    check (etat <> 'PAYE' or avance is null or avance_le is not null),
    check (etat not in ('A_VERSER', 'ANNULE') or avance_le is null)
);
create unique index paiement_courant on paiement (dossier, etape) where courant;
create index paiement_accorde on paiement (accorde_le, id) where courant and etat <> 'ANNULE';

-- Le tableau de bord et la liste de travail disent « Payé » à la place de l'acceptation.
create view vue_dossier_paiement as
    select dossier, etape, etat from paiement where courant;
create view vue_instruction_paiement as
    select dossier, etape, etat as paiement from paiement where courant;
