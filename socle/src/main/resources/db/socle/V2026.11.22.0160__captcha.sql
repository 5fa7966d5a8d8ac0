-- Le contrôle de sécurité : un défi par page montrée, gardé une heure au plus.
create table captcha (
    id              uuid primary key,
    texte_scelle    bytea not null,
    -- Empreinte de l'adresse qui l'a demandé, pour en limiter le nombre ; l'adresse elle-même n'est pas gardée.
    origine         bytea not null,
    tirages         int not null default 1,
    rendus          int not null default 0,
    cree_le         timestamptz not null,
    expire_le       timestamptz not null,
    utilise_le      timestamptz
);
create index captcha_par_origine on captcha (origine, cree_le);
create index captcha_par_date on captcha (cree_le);
