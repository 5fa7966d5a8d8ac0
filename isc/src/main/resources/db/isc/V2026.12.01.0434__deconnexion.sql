-- Où une session est allée : les services à prévenir quand elle finit.
create table deconnexion_participation (
    session   text not null,
    client    uuid not null references client (id) on delete cascade,
    titulaire text not null,
    vue_le    timestamptz not null,
    primary key (session, client)
);
create index deconnexion_participation_titulaire on deconnexion_participation (titulaire);
create index deconnexion_participation_fin on deconnexion_participation (vue_le);
create index deconnexion_participation_client on deconnexion_participation (client);

-- Les avis à remettre, chacun à un service.
create table deconnexion_avis (
    id         uuid primary key,
    client     uuid not null references client (id) on delete cascade,
    session    text not null,
    titulaire  text not null,
    cree_le    timestamptz not null,
    essais     int not null default 0,
    prochain_le timestamptz,
    remis_le   timestamptz
);
create index deconnexion_avis_a_remettre on deconnexion_avis (prochain_le) where prochain_le is not null;
create index deconnexion_avis_fin on deconnexion_avis (cree_le);
create index deconnexion_avis_client on deconnexion_avis (client);
