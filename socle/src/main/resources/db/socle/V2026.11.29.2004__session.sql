-- Les sessions, par l'empreinte de leur témoin : qui lit une ligne ne peut pas reprendre la session.
create table session_ouverte (
    id          uuid primary key,
    empreinte   bytea not null unique,
    titulaire   uuid,
    ouverte_le  timestamptz not null,
    vue_le      timestamptz not null,
    -- Secondes sans requête au bout desquelles elle finit.
    duree       integer not null
);
create index session_ouverte_par_titulaire on session_ouverte (titulaire) where titulaire is not null;
create index session_ouverte_par_vue on session_ouverte (vue_le);

create table session_attribut (
    session  uuid not null references session_ouverte (id) on delete cascade,
    nom      text not null,
    valeur   bytea not null,
    primary key (session, nom)
);

-- Les sessions d'avant portaient leur témoin en clair : elles finissent ici, chacun se reconnecte une fois. Leurs tables
-- restent, vides, pour un nœud de l'ancienne version qui répondrait encore le temps du remplacement.
delete from authentification_session;
