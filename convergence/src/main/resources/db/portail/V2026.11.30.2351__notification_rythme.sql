-- Ce que chaque compte de l'équipe a choisi (NOT-4) ; qui n'a rien choisi reçoit chaque courriel aussitôt.
create table notification_rythme (
    compte  uuid        primary key,
    rythme  text        not null check (rythme in ('AUSSITOT', 'HEURE', 'JOUR')),
    depuis  timestamptz not null
);

create view vue_notification_equipe as
    select id, courriel from compte where role <> 'REFERENT' and etat = 'ACTIF';

-- Le jour du dernier relevé des problèmes : une ligne, que le premier nœud à y écrire le jour prend.
create table notification_releve (
    jour date not null
);
insert into notification_releve values ('2026-01-01');
