-- La messagerie d'un dossier, entre son référent et ses vérificateurs (INSTR-5) : un fil, que l'on ne récrit pas.
create table messagerie_message (
    reference text        not null,
    numero    int         not null,
    -- De quel côté il vient ; un compte supprimé garde le sien.
    cote      text        not null check (cote in ('REFERENT', 'ARS', 'ANS')),
    auteur    uuid        not null,
    texte     text        not null check (length(texte) between 1 and 10000),
    le        timestamptz not null,
    primary key (reference, numero)
);

create table messagerie_piece (
    reference text not null,
    numero    int  not null,
    fichier   uuid not null,
    rang      int  not null,
    primary key (reference, fichier),
    foreign key (reference, numero) references messagerie_message (reference, numero)
);

-- Jusqu'où chacun a lu le fil.
create table messagerie_lecture (
    reference text not null,
    compte    uuid not null references compte (id) on delete cascade,
    numero    int  not null,
    primary key (reference, compte)
);
create index messagerie_lecture_compte on messagerie_lecture (compte);
