-- Ce qu'il en est de chaque RIB déposé (NEW-5) : des empreintes à clé et des numéros masqués, jamais ce qu'on y a lu.
create table rib_lecture (
    fichier   uuid        primary key,
    etat      text        not null check (etat in ('A_LIRE', 'LU', 'ILLISIBLE')),
    essais    int         not null default 0,
    prise_le  timestamptz,
    ibans     bytea[]     not null default '{}',
    masques   text[]      not null default '{}',
    titulaire boolean     not null default false
);
create index rib_lecture_a_lire on rib_lecture (fichier) where etat = 'A_LIRE';

-- Les pièces qui sont des RIB, et de quel candidat.
create view vue_rib_piece as
    select p.fichier, d.candidat_type, d.candidat
    from piece p join dossier d on d.id = p.dossier
    where p.question = 'rib';
