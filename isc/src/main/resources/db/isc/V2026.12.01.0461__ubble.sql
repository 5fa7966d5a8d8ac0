-- Ce qui est confié à Ubble : son candidat, sa vérification, et quand on l'a relevée.
create table ubble (
    identite   uuid primary key references identite (id),
    candidat   text not null,
    reference  text unique,
    finie      boolean not null default false,
    relevee_le timestamptz,
    creee_le   timestamptz not null
);
create index ubble_a_relever on ubble (relevee_le nulls first, identite) where not finie and reference is not null;

-- Ce qu'il a déjà dit de lui-même : rejoué, il ne dit plus rien.
create table ubble_evenement (
    id      text primary key,
    recu_le timestamptz not null
);
create index ubble_evenement_anciens on ubble_evenement (recu_le);
