-- Ce qu'une personne demande et que quelqu'un d'autre décide : rejoindre une entreprise, changer ses informations ou celles de
-- l'entreprise. Le contenu garde les valeurs du moment où l'on a demandé, avant et après, champ par champ.
create table demande (
    id              uuid primary key,
    nature          text not null check (nature in ('INSCRIPTION', 'PERSONNE', 'ENTREPRISE')),
    entreprise      uuid not null references entreprise (id),
    demandeur       uuid references compte (id) check ((nature = 'INSCRIPTION') = (demandeur is null)),
    fonction        text check ((nature = 'INSCRIPTION') = (fonction is not null)),
    langue          text not null default 'fr',
    actuel          jsonb not null,
    demande         jsonb not null,
    commentaire     text not null,
    aux_operateurs  boolean not null,
    etat            text not null check (etat in ('A_VALIDER', 'VALIDEE', 'REFUSEE')),
    deposee_le      timestamptz not null,
    traitee_le      timestamptz,
    traitee_par     uuid,
    motif           text,
    check ((etat = 'A_VALIDER') = (traitee_le is null))
);
create index demande_de_l_entreprise on demande (entreprise, deposee_le, id) where etat = 'A_VALIDER' and not aux_operateurs;
create index demande_aux_operateurs on demande (deposee_le, id) where etat = 'A_VALIDER' and aux_operateurs;
-- Une seule à la fois de chaque sorte : la suivante attend la décision.
create unique index demande_en_cours on demande (demandeur, nature) where etat = 'A_VALIDER' and demandeur is not null;
create index demande_traitee on demande (traitee_le) where etat <> 'A_VALIDER';
