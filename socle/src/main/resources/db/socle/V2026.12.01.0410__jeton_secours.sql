-- Les codes de secours d'un second facteur : dix par titulaire, chacun ne sert qu'une fois ; la base n'en garde que l'empreinte.
create table jeton_secours (
    compte      uuid not null,
    rang        int not null,
    empreinte   bytea not null,
    employe_le  timestamptz,
    primary key (compte, rang)
);
