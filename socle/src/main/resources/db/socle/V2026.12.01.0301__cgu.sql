-- Qui a accepté quelle version des conditions ; le portail a déjà cette table.
create table if not exists cgu_acceptation (
    compte      uuid not null,
    version     int not null,
    acceptee_le timestamptz not null,
    primary key (compte, version)
);
