-- Les notes des vérificateurs sur un dossier, jamais montrées à l'établissement (INSTR-4) : corrigées, elles gardent ce qu'elles disaient.
create table concertation_note (
    reference text        not null,
    numero    int         not null,
    auteur    uuid        not null,
    cote      text        not null check (cote in ('ARS', 'ANS')),
    revision  int         not null,
    primary key (reference, numero)
);

create table concertation_note_texte (
    reference text        not null,
    numero    int         not null,
    revision  int         not null,
    texte     text        not null check (length(texte) between 1 and 4000),
    le        timestamptz not null,
    primary key (reference, numero, revision),
    foreign key (reference, numero) references concertation_note (reference, numero)
);
