-- Qui se charge d'un dossier, à chaque niveau (INSTR-4).
create table concertation_assignation (
    dossier uuid        not null,
    niveau  text        not null check (niveau in ('ARS', 'ANS')),
    compte  uuid        not null,
    le      timestamptz not null,
    primary key (dossier, niveau) include (compte)
);
create index concertation_assignation_compte on concertation_assignation (compte, niveau, dossier);

create view vue_concertation_assigne as
    select a.dossier, d.reference, a.niveau, a.compte, c.prenom || ' ' || c.nom as nom, c.etat = 'ACTIF' as actif
    from concertation_assignation a
    join dossier d on d.id = a.dossier
    join compte c on c.id = a.compte;

-- Ce que la liste de travail en lit, et qui vérifie aujourd'hui : le dossier d'un compte fermé n'est à personne.
create view vue_instruction_assignation as
    select dossier as dossier_assigne, niveau as niveau_assigne, compte as assigne from concertation_assignation;

create view vue_instruction_verificateur as
    select id as verificateur, role as niveau_du_verificateur from compte
    where role <> 'REFERENT' and etat = 'ACTIF';
