-- L'inscription d'un mandataire, du premier champ à la décision d'un opérateur. Ce qu'elle contient est scellé : le nom, l'adresse et
-- ce qui s'est lu du Kbis ne sont jamais en clair. Elle s'oublie (oubli_le) si elle n'est pas transmise, ou quelque temps après sa décision.
create table inscription (
    id              uuid primary key,
    temoin          bytea unique,
    version         integer not null,
    contenu_scelle  bytea not null,
    document        uuid,
    etat            text not null check (etat in ('EN_COURS', 'A_EXAMINER', 'ACCEPTEE', 'REFUSEE')),
    commencee_le    timestamptz not null,
    transmise_le    timestamptz check (etat = 'EN_COURS' or transmise_le is not null),
    decidee_le      timestamptz check ((etat in ('ACCEPTEE', 'REFUSEE')) = (decidee_le is not null)),
    oubli_le        timestamptz check ((etat = 'A_EXAMINER') = (oubli_le is null))
);
-- La file des opérateurs, la plus ancienne d'abord.
create index inscription_a_examiner on inscription (transmise_le, id) where etat = 'A_EXAMINER';
create index inscription_a_oublier on inscription (oubli_le) where oubli_le is not null;
create index inscription_document on inscription (document) where document is not null;
