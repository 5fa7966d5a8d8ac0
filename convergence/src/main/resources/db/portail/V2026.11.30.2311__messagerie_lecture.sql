-- Ce que chacun a lu, message par message : une page ne fait lire que ce qu'elle montre, et l'on ne répond qu'à ce que l'on a lu.
-- « numero » reste ce qu'il avait lu avant, et ce qu'un nœud d'avant écrit encore.
alter table messagerie_lecture add column lus int4multirange not null default '{}';
alter table messagerie_lecture alter column numero set default 0;

create view vue_messagerie_lu as
    select reference, compte, lus + int4multirange(int4range(0, numero, '[]')) as lus from messagerie_lecture;

-- Ce que son auteur avait lu du fil quand il l'a écrit ; d'un message d'avant, tout ce qui le précède.
alter table messagerie_message add column lus int4multirange;

-- De quel message un côté est prévenu, tant que personne n'y a ouvert le fil.
create table messagerie_avis (
    reference text        not null,
    vers      text        not null check (vers in ('REFERENT', 'ARS', 'ANS')),
    referent  uuid        not null,
    numero    int         not null,
    le        timestamptz not null,
    primary key (reference, vers)
);
