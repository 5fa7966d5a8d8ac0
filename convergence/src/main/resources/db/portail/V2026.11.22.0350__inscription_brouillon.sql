-- L'inscription en cours d'un visiteur, retrouvée par un témoin de son navigateur ; oubliée après une heure (INS-9).
create table inscription_brouillon (
    -- Empreinte du témoin : qui lit la base ne peut pas reprendre l'inscription d'un autre.
    cle             bytea primary key,
    version         int not null,
    contenu_scelle  bytea not null,
    terminee        boolean not null default false,
    expire_le       timestamptz not null
);
create index inscription_brouillon_par_fin on inscription_brouillon (expire_le);
